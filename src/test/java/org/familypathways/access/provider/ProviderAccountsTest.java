package org.familypathways.access.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.familypathways.access.SignInSettings;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.testing.ApplicationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.transaction.support.TransactionTemplate;

/** Which worker the provider means, in the ways in which providers name people. */
@ApplicationTest
class ProviderAccountsTest {

    @Autowired
    Workers workers;

    @Autowired
    GroupHoldings groups;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String account;

    @BeforeEach
    void somebody_with_an_address() {
        account = "named." + UUID.randomUUID().toString().substring(0, 8);
        workers.join(new Worker(account, "Na Med", "Na.Med." + account + "@Example.org", true));
    }

    @AfterEach
    void nobody_stays() {
        workers.leave(account);
    }

    @Test
    void a_name_with_the_departments_domain_is_the_account_before_it() {
        assertThat(named("upn", "example.gov.uk", false, Map.of("upn", account + "@EXAMPLE.gov.uk")))
                .hasValue(account);
    }

    @Test
    void a_name_of_another_domain_is_nobodys() {
        for (String name : List.of(account + "@elsewhere.example", account, account + "@example.gov.uk.evil.example")) {
            assertThat(named("upn", "example.gov.uk", false, Map.of("upn", name)))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void an_address_finds_the_one_worker_who_has_it_however_it_is_written() {
        assertThat(named("email", null, true, Map.of("email", "na.med." + account + "@example.ORG")))
                .hasValue(account);
    }

    @Test
    void an_address_that_the_provider_has_not_verified_finds_nobody() {
        assertThat(named(
                        "email",
                        null,
                        true,
                        Map.of("email", "na.med." + account + "@example.org", "email_verified", false)))
                .isEmpty();
    }

    @Test
    void an_address_that_two_workers_share_finds_nobody() {
        workers.join(new Worker("second." + account, "Se Cond", "na.med." + account + "@example.org", true));

        assertThat(named("email", null, true, Map.of("email", "na.med." + account + "@example.org")))
                .isEmpty();
        workers.leave("second." + account);
    }

    @Test
    void a_proof_without_the_claim_finds_nobody() {
        assertThat(named("upn", null, false, Map.of("email", account))).isEmpty();
    }

    private Optional<String> named(String claim, @Nullable String domain, boolean byEmail, Map<String, Object> claims) {
        var settings = new SignInSettings(
                claim, domain, byEmail, "groups", List.of(), null, List.of(), "somebody", null, null);
        var all = new HashMap<>(claims);
        all.put("sub", "somebody");
        var proof = new DefaultOidcUser(List.of(), new OidcIdToken("token", null, null, all));
        return new ProviderAccounts(settings, workers, groups, jdbc, transaction).admitted(proof);
    }
}
