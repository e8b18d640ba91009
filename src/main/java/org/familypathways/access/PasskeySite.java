package org.familypathways.access;

import java.net.URI;
import java.util.Locale;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;

/**
 * The address at which passkeys work, as browsers see it: a passkey belongs to the name in it, and a browser says for which
 * address it proves one.
 */
public record PasskeySite(String host, String origin) {

    /** @param address of any page there */
    public static PasskeySite of(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        String host = address.getHost().toLowerCase(Locale.ROOT);
        boolean usual = address.getPort() == -1 || address.getPort() == (scheme.equals("https") ? 443 : 80);
        return new PasskeySite(host, scheme + "://" + host + (usual ? "" : ":" + address.getPort()));
    }

    PublicKeyCredentialRpEntity relyingParty() {
        return PublicKeyCredentialRpEntity.builder()
                .id(host)
                .name("Family Pathways")
                .build();
    }
}
