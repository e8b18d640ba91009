package org.familypathways.access.provider;

import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A worker whom the identity provider has proved; named as everywhere here by their account. */
final class ProvenWorker extends DefaultOidcUser {

    private final String accountId;

    ProvenWorker(String accountId, OidcUser proof) {
        super(proof.getAuthorities(), proof.getIdToken());
        this.accountId = accountId;
    }

    @Override
    public String getName() {
        return accountId;
    }
}
