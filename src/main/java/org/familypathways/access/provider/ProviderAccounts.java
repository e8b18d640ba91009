package org.familypathways.access.provider;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.familypathways.access.SignInSettings;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the worker whom the provider has proved. Somebody whom nobody has set up here is turned away, unless a group that
 * is mapped names them; somebody who has left is turned away whatever the provider says.
 */
@Component
class ProviderAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NOT_SET_UP = "not_set_up";
    private static final String ACCOUNT = "[a-z0-9]+([._-][a-z0-9]+)*";
    private static final Logger log = LoggerFactory.getLogger(ProviderAccounts.class);

    private final OidcUserService provider = new OidcUserService();
    private final SignInSettings settings;
    private final Workers workers;
    private final GroupHoldings groups;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ProviderAccounts(
            SignInSettings settings,
            Workers workers,
            GroupHoldings groups,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.workers = workers;
        this.groups = groups;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser proof = provider.loadUser(request);
        String account = transaction.execute(status -> admitted(proof).orElse(null));
        if (account == null) {
            throw new OAuth2AuthenticationException(new OAuth2Error(NOT_SET_UP));
        }
        return new ProvenWorker(account, proof);
    }

    /** The account of the worker whom the proof means; none when they do not work here. */
    Optional<String> admitted(OidcUser proof) {
        var account = Optional.ofNullable(proof.getClaimAsString(settings.claim()))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .flatMap(name -> settings.byEmail() ? withEmail(name, proof) : withoutDomain(name))
                .filter(name -> name.matches(ACCOUNT));
        account.filter(name -> workers.find(name).isEmpty() && groups.nameRole(proof))
                .ifPresent(name -> join(name, proof));
        var working =
                account.filter(name -> workers.find(name).filter(Worker::active).isPresent());
        working.ifPresentOrElse(
                name -> groups.follow(name, proof),
                () -> log.warn("Turned away whom the identity provider proved: {}", account.orElse("no account here")));
        return working;
    }

    private Optional<String> withoutDomain(String name) {
        if (settings.domain() == null || settings.domain().isBlank()) {
            return Optional.of(name);
        }
        String domain = "@" + settings.domain().toLowerCase(Locale.ROOT);
        return Optional.of(name)
                .filter(full -> full.endsWith(domain))
                .map(full -> full.substring(0, full.length() - domain.length()));
    }

    /**
     * The one worker with that address, where one works here and not one who has left; for nobody's address, the account
     * that they would get.
     */
    private Optional<String> withEmail(String email, OidcUser proof) {
        if (Boolean.FALSE.equals(proof.getClaim(StandardClaimNames.EMAIL_VERIFIED))) {
            return Optional.empty();
        }
        List<String> accounts =
                jdbc.sql("""
                        select account_id from worker w where lower(email) = :email and (active
                          or not exists (select from worker other where lower(other.email) = :email and other.active))
                        """).param("email", email).query(String.class).list();
        return switch (accounts.size()) {
            case 0 ->
                withoutDomain(email).map(name -> name.replaceFirst("@.*", "")).filter(this::isFree);
            case 1 -> Optional.of(accounts.get(0));
            default -> Optional.empty();
        };
    }

    private boolean isFree(String account) {
        return workers.find(account).isEmpty();
    }

    private void join(String account, OidcUser proof) {
        String name = Optional.ofNullable(proof.getFullName()).orElse(account);
        workers.join(new Worker(account, name, proof.getEmail(), true));
        log.info("Added {}, whom a group of the identity provider names", account);
    }
}
