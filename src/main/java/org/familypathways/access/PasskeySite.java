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
        return of(address.getScheme(), address.getHost(), address.getPort());
    }

    /** @param port -1 for the usual one */
    public static PasskeySite of(String scheme, String host, int port) {
        String protocol = scheme.toLowerCase(Locale.ROOT);
        String name = host.toLowerCase(Locale.ROOT);
        boolean usual = port == -1 || port == (protocol.equals("https") ? 443 : 80);
        return new PasskeySite(name, protocol + "://" + name + (usual ? "" : ":" + port));
    }

    PublicKeyCredentialRpEntity relyingParty() {
        return PublicKeyCredentialRpEntity.builder()
                .id(host)
                .name("Family Pathways")
                .build();
    }
}
