package org.familypathways.access.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.RoleHolding;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.IdentityProvider;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in with the department's identity provider, over real HTTP with one that runs beside the test. */
@ApplicationTest
class ProviderSignInTest {

    private static final RoleHolding SOCIAL_WORKER = new RoleHolding(PracticeRole.SOCIAL_WORKER, "case-team-north");

    @Autowired
    IdentityProvider provider;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Workers workers;

    @Autowired
    Teams teams;

    @Autowired
    JdbcClient jdbc;

    private String account;

    @BeforeEach
    void somebody_who_works_here() {
        account = "proven." + UUID.randomUUID().toString().substring(0, 8);
        workers.join(new Worker(account, "Pru Ven", null, true));
    }

    @AfterEach
    void nobody_stays() {
        workers.leave(account);
    }

    @Test
    void the_sign_in_page_leads_to_the_provider_with_all_that_keeps_others_from_stepping_in() {
        var browser = signedIn.nobody();
        assertThat(browser.get("/sign-in").body())
                .contains("href=\"/oauth2/authorization/department\"", "Sign in with the department’s account");

        String there = location(browser.get("/oauth2/authorization/department"));

        assertThat(there)
                .startsWith(provider.issuer())
                .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256");
    }

    @Test
    void a_worker_whom_it_proves_is_signed_in_to_pages_tasklist_and_rest_under_their_account() {
        var browser = signedIn.nobody();

        var answer = provider.signIn(browser, Map.of("preferred_username", account.toUpperCase()));

        assertThat(location(answer)).doesNotContain("/sign-in").doesNotContain("not-set-up");
        assertThat(browser.get("/").body()).contains("Pru Ven");
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains(account);
        assertThat(browser.get("/engine-rest/task/count").statusCode()).isEqualTo(200);
        assertThat(browser.get("/your-sign-in").body())
                .contains("Your password is changed")
                .doesNotContain("New password");
        assertThat(sessions(account)).isEqualTo(1);
    }

    @Test
    void the_page_that_was_asked_for_opens() {
        var browser = signedIn.nobody();
        browser.get("/families");

        assertThat(location(provider.signIn(browser, Map.of("preferred_username", account))))
                .contains("/families");
    }

    @Test
    void behind_a_balancer_the_provider_is_told_the_address_that_people_use() {
        var browser = signedIn.nobody();

        String there = location(browser.send(browser.request("/oauth2/authorization/department")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "pathways.example.org")
                .header("X-Forwarded-Port", "443")
                .GET()));

        assertThat(decoded(there)).contains("redirect_uri=https://pathways.example.org/login/oauth2/code/department");
    }

    @ParameterizedTest
    @CsvSource({"nobody.of.this.name", "'; drop table worker; --'", "''", "root@elsewhere.example"})
    void whoever_is_not_set_up_here_is_told_whom_to_ask_and_nothing_is_made_for_them(String name) {
        var browser = signedIn.nobody();

        var answer = provider.signIn(browser, Map.of("preferred_username", name, "groups", List.of("/others")));

        assertThat(location(answer)).endsWith("/not-set-up");
        assertThat(browser.get("/not-set-up").body())
                .contains("You are not set up here yet", "Ask your manager or a system administrator");
        assertThat(location(browser.get("/families"))).endsWith("/sign-in");
        assertThat(workers.find(name)).isEmpty();
    }

    @Test
    void whoever_has_left_is_turned_away_also_when_a_group_names_them() {
        workers.leave(account);

        var answer = provider.signIn(signedIn.nobody(), member("/social-workers-north"));

        assertThat(location(answer)).endsWith("/not-set-up");
        assertThat(workers.find(account).orElseThrow().active()).isFalse();
        assertThat(workers.holdings(account)).isEmpty();
    }

    @Test
    void whoever_leaves_while_they_are_signed_in_is_out_with_the_next_click() {
        var browser = signedIn.nobody();
        provider.signIn(browser, Map.of("preferred_username", account));
        assertThat(browser.get("/families").statusCode()).isEqualTo(200);

        workers.leave(account);

        assertThat(location(browser.get("/families"))).endsWith("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({"iss, https://elsewhere.example/department", "nonce, guessed", "aud, another-application"})
    void a_proof_that_was_made_elsewhere_or_for_somebody_else_opens_nothing(String claim, String value) {
        var browser = signedIn.nobody();

        var answer = provider.signIn(browser, Map.of("preferred_username", account, claim, value));

        assertThat(location(answer)).endsWith("/sign-in?provider");
        assertThat(browser.get("/sign-in?provider").body()).contains("The sign-in was not finished");
        assertThat(location(browser.get("/families"))).endsWith("/sign-in");
    }

    @Test
    void a_way_back_that_another_browser_began_opens_nothing() {
        String back = provider.wayBack(signedIn.nobody());
        var victim = signedIn.nobody();
        victim.get("/sign-in");

        assertThat(location(victim.get(back))).endsWith("/sign-in?provider");
        assertThat(location(victim.get("/families"))).endsWith("/sign-in");
    }

    @Test
    void roles_follow_the_groups_at_each_sign_in_and_those_that_people_gave_stay() {
        workers.give(
                account,
                PracticeRole.TEAM_MANAGER,
                teams.find("case-team-north").orElseThrow());

        provider.signIn(signedIn.nobody(), member("/social-workers-north", "/unknown"));
        assertThat(workers.holdings(account)).contains(SOCIAL_WORKER).hasSize(2);

        provider.signIn(signedIn.nobody(), member("/unknown"));
        assertThat(workers.holdings(account))
                .containsExactly(new RoleHolding(PracticeRole.TEAM_MANAGER, "case-team-north"));
    }

    @Test
    void a_role_that_a_person_gave_is_not_taken_when_a_group_named_it_as_well() {
        workers.give(
                account,
                PracticeRole.SOCIAL_WORKER,
                teams.find("case-team-north").orElseThrow());

        provider.signIn(signedIn.nobody(), member("/social-workers-north"));
        provider.signIn(signedIn.nobody(), member());

        assertThat(workers.holdings(account)).containsExactly(SOCIAL_WORKER);
    }

    @Test
    void groups_that_the_provider_left_out_because_they_are_too_many_take_nothing() {
        provider.signIn(signedIn.nobody(), member("/social-workers-north"));

        provider.signIn(
                signedIn.nobody(),
                Map.of("preferred_username", account, "_claim_names", Map.of("groups", "elsewhere")));

        assertThat(workers.holdings(account)).containsExactly(SOCIAL_WORKER);
    }

    @Test
    void somebody_new_whom_a_group_names_is_added_and_can_work() {
        String newcomer = "new." + account;
        var browser = signedIn.nobody();

        provider.signIn(
                browser,
                Map.of(
                        "preferred_username",
                        newcomer,
                        "name",
                        "Nia Newcomer",
                        "email",
                        "nia@example.org",
                        "groups",
                        List.of("/social-workers-north")));

        assertThat(workers.find(newcomer)).hasValue(new Worker(newcomer, "Nia Newcomer", "nia@example.org", true));
        assertThat(workers.holdings(newcomer)).containsExactly(SOCIAL_WORKER);
        assertThat(browser.get("/families").statusCode()).isEqualTo(200);
        workers.leave(newcomer);
    }

    @Test
    void the_last_administrator_stays_one_whatever_the_groups_say() {
        provider.signIn(signedIn.nobody(), member("/administrators"));
        workers.take("alex.admin", PracticeRole.ADMINISTRATOR, "system");
        try {
            provider.signIn(signedIn.nobody(), member());
            assertThat(workers.holds(account, PracticeRole.ADMINISTRATOR)).isTrue();
        } finally {
            workers.give(
                    "alex.admin",
                    PracticeRole.ADMINISTRATOR,
                    teams.find("system").orElseThrow());
        }

        provider.signIn(signedIn.nobody(), member());
        assertThat(workers.holds(account, PracticeRole.ADMINISTRATOR)).isFalse();
    }

    @Test
    void signing_out_here_signs_out_there() {
        var browser = signedIn.nobody();
        provider.signIn(browser, Map.of("preferred_username", account));

        var answer = browser.post("/sign-out", Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("You have signed out of Family Pathways")
                .doesNotContain("Pru Ven");
        assertThat(decoded(answer.headers().firstValue("Refresh").orElseThrow()))
                .startsWith("0;url=" + provider.issuer() + "/endsession?id_token_hint=ey")
                .endsWith("post_logout_redirect_uri=" + signedIn.address() + "/sign-in?signed-out");
        assertThat(sessions(account)).isZero();
        assertThat(location(browser.get("/families"))).contains("/sign-in");
    }

    @Test
    void signing_out_in_tasklist_leads_to_the_provider_as_well() {
        var browser = signedIn.nobody();
        provider.signIn(browser, Map.of("preferred_username", account));
        browser.get("/camunda/app/tasklist/default/");

        var answer = browser.json("POST", "/camunda/api/admin/auth/user/default/logout", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Refresh").orElseThrow())
                .startsWith("0;url=" + provider.issuer() + "/endsession");
        assertThat(location(browser.get("/families"))).contains("/sign-in");
    }

    @Test
    void signing_out_there_ends_the_session_here_on_whichever_node_and_no_other() {
        var office = signedIn.nobody();
        var home = signedIn.nobody();
        provider.signIn(
                office, Map.of("preferred_username", account, "sub", "1-" + account, "sid", "office-" + account));
        provider.signIn(home, Map.of("preferred_username", account, "sub", "1-" + account, "sid", "home-" + account));

        var answer = provider.end(signedIn.address(), Map.of("sub", "1-" + account, "sid", "office-" + account));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(location(office.get("/families"))).contains("/sign-in");
        assertThat(home.get("/families").statusCode()).isEqualTo(200);
    }

    @Test
    void when_the_provider_names_the_person_only_all_their_sessions_end() {
        var office = signedIn.nobody();
        var home = signedIn.nobody();
        var local = signedIn.as("amina.khan");
        provider.signIn(office, Map.of("preferred_username", account, "sub", "2-" + account));
        provider.signIn(home, Map.of("preferred_username", account, "sub", "2-" + account, "sid", "x-" + account));

        provider.end(signedIn.address(), Map.of("sub", "2-" + account));

        assertThat(sessions(account)).isZero();
        assertThat(local.get("/families").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_else_ends_sessions() {
        var browser = signedIn.nobody();
        provider.signIn(browser, Map.of("preferred_username", account, "sub", "3-" + account));

        var claims = new HashMap<String, Object>(Map.of("sub", "3-" + account, "aud", List.of("another-application")));
        assertThat(provider.end(signedIn.address(), claims).statusCode()).isEqualTo(400);
        claims.put("aud", List.of("family-pathways"));
        claims.put("nonce", "from a sign-in");
        assertThat(provider.end(signedIn.address(), claims).statusCode()).isEqualTo(400);
        var forger = signedIn.nobody();
        assertThat(forger.send(forger.request("/logout/connect/back-channel/department")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("logout_token=e30.e30.e30")))
                        .statusCode())
                .isEqualTo(400);

        assertThat(browser.get("/families").statusCode()).isEqualTo(200);
    }

    private Map<String, Object> member(String... groups) {
        return Map.of("preferred_username", account, "groups", List.of(groups));
    }

    private int sessions(String accountId) {
        return jdbc.sql("select count(*) from spring_session where principal_name = :account")
                .param("account", accountId)
                .query(Integer.class)
                .single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("no redirect but " + answer.statusCode());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
