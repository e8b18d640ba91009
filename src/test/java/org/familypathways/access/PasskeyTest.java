package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.familypathways.access.SignInSettings.SecondFactorFor;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SecurityKey;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.SignedIn.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** The second factor of local accounts, over real HTTP with a security key that is made of software. */
@ApplicationTest
class PasskeyTest {

    private static final String NEW = "/your-sign-in/passkeys/new";
    private static final String USE = "/sign-in/passkey";
    private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]+)\"");
    private static final Pattern ONE_TIME = Pattern.compile("fp-one-time-password\">([a-z2-9-]{23})<");

    @Autowired
    SignedIn signedIn;

    @Autowired
    Workers workers;

    @Autowired
    Passwords passwords;

    @Autowired
    Passkeys passkeys;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    SignInSteps steps;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    Teams teams;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final SecurityKey key = new SecurityKey();
    private String account;

    @BeforeEach
    void somebody_who_works_here() {
        account = somebody();
    }

    @AfterEach
    void nobody_stays() {
        needed(SecondFactorFor.OPTIONAL);
        workers.leave(account);
    }

    @Test
    void whoever_has_a_passkey_opens_nothing_with_the_password_alone() {
        workers.give(account, PracticeRole.ADMINISTRATOR, teams.find("system").orElseThrow());
        add(signedIn.as(account), key, "Key");
        var browser = signedIn.nobody();

        assertThat(location(browser.signIn(account, SignedIn.PASSWORD))).endsWith(USE);

        for (String path : List.of(
                "/", "/families", "/people", "/passwords", "/your-sign-in", NEW, "/camunda/app/tasklist/default/")) {
            assertThat(location(browser.get(path))).as(path).endsWith(USE);
        }
        for (String path : List.of(
                "/api/openapi",
                "/engine-rest/task/count",
                "/camunda/api/engine/engine/default/task/count",
                "/actuator/sbom")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(browser.get("/actuator/health").body()).doesNotContain("components");
        assertThat(change(browser)).endsWith(USE);
        assertThat(browser.get(USE).body()).contains("Use your passkey").doesNotContain("Families");

        use(browser, key);

        assertThat(browser.get("/families").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/engine-rest/task/count").statusCode()).isEqualTo(200);
        assertThat(browser.get("/actuator/health").body()).contains("components");
        assertThat(location(browser.get(USE))).endsWith("/");
    }

    @Test
    void the_page_that_was_asked_for_first_opens_after_the_passkey() {
        add(signedIn.as(account), key, "Key");
        var browser = signedIn.nobody();
        browser.get("/families?words=Robin");
        String before = browser.cookie("SESSION").orElseThrow();
        browser.signIn(account, SignedIn.PASSWORD);
        String between = browser.cookie("SESSION").orElseThrow();

        assertThat(location(use(browser, key))).contains("/families?words=Robin");

        assertThat(browser.cookie("SESSION")).get().isNotIn(before, between);
    }

    @Test
    void adding_one_asks_for_the_password_is_kept_and_signs_out_everywhere_else() {
        var here = signedIn.as(account);
        var elsewhere = signedIn.as(account);

        assertThat(here.get(NEW).body()).contains("Your present password").doesNotContain("data-options");
        assertThat(here.post(NEW, Map.of("present", "not the one")).body())
                .contains("Error: Add a passkey", "Your present password is not right.")
                .doesNotContain("data-options");
        var answer = add(here, key, "Laptop <script>alert(1)</script> ${7*7}");

        assertThat(location(answer)).endsWith("/your-sign-in");
        assertThat(here.get("/your-sign-in").body())
                .contains("Your passkey is added.", "Laptop &lt;script&gt;alert(1)&lt;/script&gt; ${7*7}", "Added ");
        assertThat(here.get("/families").statusCode()).isEqualTo(200);
        assertThat(location(elsewhere.get("/families"))).contains("/sign-in");
        assertThat(changes())
                .containsExactly("Added the passkey “Laptop <script>alert(1)</script> ${7*7}” by " + account);
    }

    @Test
    void none_is_added_without_the_password_nor_twice_with_one() {
        var browser = signedIn.as(account);
        String options = optionsIn(browser.post(NEW, Map.of("present", SignedIn.PASSWORD)));
        String made = key.make(options, signedIn.address());

        assertThat(browser.post(NEW + "/made", Map.of("name", "", "credential", made))
                        .body())
                .contains("Give the passkey a name of up to 60 characters.");
        assertThat(browser.post(NEW + "/made", Map.of("name", "Key", "credential", made))
                        .body())
                .as("what was made for a page that is not there any more")
                .contains("This passkey could not be added.");
        add(browser, key, "Key");
        assertThat(location(browser.post(NEW + "/made", Map.of("name", "Key", "credential", made))))
                .endsWith(NEW);
        assertThat(add(browser, key, "The same again").body()).contains("This passkey could not be added.");

        assertThat(passkeys.of(account)).hasSize(1);
    }

    @Test
    void none_is_added_to_the_account_of_whoever_used_the_same_browser_before() {
        var browser = signedIn.as(account);
        String options = optionsIn(browser.post(NEW, Map.of("present", SignedIn.PASSWORD)));
        String other = somebody();
        browser.signIn(other, SignedIn.PASSWORD);

        assertThat(browser.post(
                                NEW + "/made",
                                Map.of("name", "Mine", "credential", key.make(options, signedIn.address())))
                        .body())
                .contains("This passkey could not be added.");

        assertThat(passkeys.of(account)).isEmpty();
        assertThat(passkeys.of(other)).isEmpty();
        workers.leave(other);
    }

    @Test
    void a_proof_is_good_once_for_its_owner_and_from_this_address() {
        add(signedIn.as(account), key, "Key");
        String other = somebody();
        var othersKey = new SecurityKey();
        add(signedIn.as(other), othersKey, "Key");
        var browser = signedIn.nobody();
        browser.signIn(account, SignedIn.PASSWORD);

        String good = key.prove(options(browser, USE), signedIn.address());
        assertThat(refused(browser, othersKey.prove(options(browser, USE), signedIn.address())))
                .isTrue();
        assertThat(refused(browser, key.prove(options(browser, USE), "https://pathways.example.com")))
                .isTrue();
        assertThat(refused(browser, good)).as("for another page").isTrue();
        assertThat(location(browser.get("/families"))).endsWith(USE);

        String proof = key.prove(options(browser, USE), signedIn.address());
        assertThat(location(browser.post(USE, Map.of("credential", proof)))).doesNotContain("sign-in");
        var again = signedIn.nobody();
        again.signIn(account, SignedIn.PASSWORD);
        again.get(USE);
        assertThat(refused(again, proof)).isTrue();
        workers.leave(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "no JSON",
                "{\"id\": \"AAAA\", \"rawId\": \"AAAA\", \"type\": \"public-key\"}"
            })
    void what_is_no_proof_is_refused_in_a_sentence(String credential) {
        add(signedIn.as(account), key, "Key");
        var browser = signedIn.nobody();
        browser.signIn(account, SignedIn.PASSWORD);
        browser.get(USE);

        assertThat(refused(browser, credential)).isTrue();
    }

    @Test
    void nobody_signs_in_with_a_passkey_alone() {
        add(signedIn.as(account), key, "Key");
        var browser = signedIn.nobody();

        assertThat(location(browser.get(USE))).endsWith("/sign-in");
        assertThat(location(browser.post(USE, Map.of("credential", "{}")))).endsWith("/sign-in");
        assertThat(location(browser.get("/families"))).endsWith("/sign-in");
    }

    @Test
    void removing_one_asks_for_the_password_as_well() {
        var browser = signedIn.as(account);
        add(browser, key, "Key");
        String remove = "/your-sign-in/passkeys/remove";
        assertThat(browser.get("/your-sign-in").body()).contains(remove + "?passkey=" + key.id());

        assertThat(browser.get(remove + "?passkey=" + key.id()).body()).contains("Remove “Key”");
        assertThat(browser.post(remove, Map.of("passkey", key.id(), "present", "not the one"))
                        .body())
                .contains("Your present password is not right.");
        assertThat(passkeys.has(account)).isTrue();
        var other = signedIn.as("amina.khan");
        other.post(remove, Map.of("passkey", key.id(), "present", SignedIn.PASSWORD));
        assertThat(other.get(remove + "?passkey=" + key.id()).statusCode()).isEqualTo(404);
        assertThat(passkeys.has(account)).as("after somebody else tried").isTrue();
        browser.post(remove, Map.of("passkey", key.id(), "present", SignedIn.PASSWORD));

        assertThat(passkeys.has(account)).isFalse();
        assertThat(browser.get("/families").statusCode()).isEqualTo(200);
        signedIn.as(account);
        assertThat(changes()).last().isEqualTo("Removed the passkey “Key” by " + account);
    }

    @Test
    void who_needs_one_adds_it_before_anything_else_opens_and_keeps_one() {
        needed(SecondFactorFor.EVERYBODY);
        var browser = signedIn.nobody();
        browser.get("/families");

        assertThat(location(browser.signIn(account, SignedIn.PASSWORD))).endsWith(NEW);

        for (String path : List.of("/", "/families", "/your-sign-in", "/camunda/app/tasklist/default/")) {
            assertThat(location(browser.get(path))).as(path).endsWith(NEW);
        }
        assertThat(browser.get("/engine-rest/task/count").statusCode()).isEqualTo(403);
        String made = key.make(options(browser, NEW), signedIn.address());
        assertThat(location(browser.post(NEW + "/made", Map.of("name", "Key", "credential", made))))
                .contains("/families");
        assertThat(browser.get("/families").statusCode()).isEqualTo(200);
        assertThat(browser.post(
                                "/your-sign-in/passkeys/remove",
                                Map.of("passkey", key.id(), "present", SignedIn.PASSWORD))
                        .body())
                .contains("This is your only passkey");
        assertThat(passkeys.has(account)).isTrue();
    }

    @Test
    void it_is_asked_of_an_administrator_from_the_moment_at_which_they_become_one() {
        needed(SecondFactorFor.ADMINISTRATORS);
        var browser = signedIn.as(account);
        assertThat(browser.get("/families").statusCode()).isEqualTo(200);

        workers.give(account, PracticeRole.ADMINISTRATOR, teams.find("system").orElseThrow());

        assertThat(location(browser.get("/families"))).endsWith(NEW);
        workers.take(account, PracticeRole.ADMINISTRATOR, "system");
    }

    @Test
    void a_one_time_password_does_not_replace_a_passkey() {
        add(signedIn.as(account), key, "Key");

        String oneTime = oneTimePassword(Map.of(), "They need one of their passkeys with it.");

        var browser = signedIn.nobody();
        assertThat(location(browser.signIn(account, oneTime))).endsWith(USE);
        assertThat(location(browser.get("/your-sign-in"))).endsWith(USE);
        assertThat(location(use(browser, key))).endsWith("/your-sign-in");
        assertThat(location(browser.get("/families"))).endsWith("/your-sign-in");
    }

    @Test
    void whoever_has_lost_theirs_gets_in_again_when_an_administrator_says_so_and_adds_another_one() {
        needed(SecondFactorFor.OPTIONAL);
        add(signedIn.as(account), key, "Key");

        String oneTime = oneTimePassword(Map.of("passkeysAsWell", "true"), "Their passkeys are removed.");

        needed(SecondFactorFor.EVERYBODY);
        var browser = signedIn.nobody();
        assertThat(location(browser.signIn(account, oneTime))).endsWith("/your-sign-in");
        assertThat(location(browser.get(NEW))).endsWith("/your-sign-in");
        browser.post(
                "/your-sign-in",
                Map.of("present", oneTime, "next", "three-quiet-green-lamps", "again", "three-quiet-green-lamps"));
        assertThat(location(browser.get("/families"))).endsWith(NEW);
        assertThat(changes())
                .contains("The passkey “Key” was removed by alex.admin", "Was given a one-time password by alex.admin");
        needed(SecondFactorFor.OPTIONAL);
        assertThat(signedIn.as("alex.admin").get("/people/workers/" + account).body())
                .contains("/passwords?account=" + account, "The passkey “Key” was removed", "Alex Admin");
    }

    @Test
    void a_program_with_such_an_account_is_refused_in_a_sentence_unless_it_is_named() {
        add(signedIn.as(account), key, "Key");

        var refused = signedIn.program(account).get("/api/openapi");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"Family Pathways\"");
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("This account needs a passkey beside its password");
        assertThat(signedIn.program(account).get("/engine-rest/task/count").statusCode())
                .isEqualTo(401);
        assertThat(signedIn.program(account).get("/actuator/prometheus").statusCode())
                .isEqualTo(401);
        assertThat(signedIn.program(account, "not the one").get("/api/openapi").body())
                .doesNotContain("passkey");
        assertThat(programs(account).authenticate(attempt()).isAuthenticated()).isTrue();
        assertThatThrownBy(() -> programs("another.program").authenticate(attempt()))
                .isInstanceOf(PasskeyNeededException.class);
    }

    @Test
    void one_that_is_used_while_it_is_being_removed_does_not_come_back() {
        var site = PasskeySite.of(URI.create(signedIn.address()));
        var who = UsernamePasswordAuthenticationToken.authenticated(account, null, List.of());
        var begun = passkeys.begin(who, site);
        passkeys.add(account, begun, key.make(passkeys.toJson(begun), site.origin()), "Key", site, "none");
        var asked = passkeys.ask(who, site);
        String proof = key.prove(passkeys.toJson(asked), site.origin());

        var use = transaction.execute(removal -> {
            passkeys.removeAll(account);
            var inAnotherSession = CompletableFuture.runAsync(() -> passkeys.use(account, asked, proof, site));
            await().until(() -> jdbc.sql("select exists (select from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single());
            return inAnotherSession;
        });

        assertThatThrownBy(use::join).hasCauseInstanceOf(PasskeyRefused.class);
        assertThat(passkeys.has(account)).isFalse();
    }

    @Test
    void leavers_leave_theirs_behind() {
        add(signedIn.as(account), key, "Key");

        workers.leave(account);

        assertThat(passkeys.has(account)).isFalse();
    }

    @Test
    void whoever_holds_the_machine_opens_an_account_whose_passkey_is_lost() {
        add(signedIn.as(account), key, "Key");

        passwords.restore(account, "three-quiet-green-lamps");

        assertThat(location(signedIn.nobody().signIn(account, "three-quiet-green-lamps")))
                .doesNotContain("sign-in");
    }

    @Test
    void outside_a_demo_everybody_needs_one_unless_somebody_decides_otherwise() {
        var real = new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db.example.org/it");

        assertThat(new SecondFactor(settings(null), workers, real).isRequiredOf("amina.khan"))
                .isTrue();
        assertThat(new SecondFactor(settings(null), workers, new MockEnvironment()).isRequiredOf("alex.admin"))
                .isFalse();
        var administrators = new SecondFactor(settings(SecondFactorFor.ADMINISTRATORS), workers, real);
        assertThat(administrators.isRequiredOf("amina.khan")).isFalse();
        assertThat(administrators.isRequiredOf("alex.admin")).isTrue();
    }

    private String somebody() {
        String somebody = "keyholder." + UUID.randomUUID().toString().substring(0, 8);
        workers.join(new Worker(somebody, "Kay Holder", null, true));
        passwords.set(somebody, SignedIn.PASSWORD);
        return somebody;
    }

    /** As the setting does it at a start; all tests share one application. */
    private void needed(SecondFactorFor whom) {
        ReflectionTestUtils.setField(secondFactor, "whom", whom);
    }

    private HttpResponse<String> add(Browser browser, SecurityKey one, String name) {
        String options = optionsIn(browser.post(NEW, Map.of("present", SignedIn.PASSWORD)));
        return browser.post(NEW + "/made", Map.of("name", name, "credential", one.make(options, signedIn.address())));
    }

    private HttpResponse<String> use(Browser browser, SecurityKey one) {
        return browser.post(USE, Map.of("credential", one.prove(options(browser, USE), signedIn.address())));
    }

    private static boolean refused(Browser browser, String credential) {
        var answer = browser.post(USE, Map.of("credential", credential));
        return answer.statusCode() == 200
                && answer.body().contains("Your passkey was not recognised. Try again.")
                && browser.get("/families").statusCode() == 302;
    }

    private static String options(Browser browser, String path) {
        return optionsIn(browser.get(path));
    }

    private static String optionsIn(HttpResponse<String> page) {
        var found = OPTIONS.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    private static String change(Browser browser) {
        String next = "three-quiet-green-lamps";
        return location(
                browser.post("/your-sign-in", Map.of("present", SignedIn.PASSWORD, "next", next, "again", next)));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("no redirect but " + answer.statusCode());
    }

    private String oneTimePassword(Map<String, String> also, String sentence) {
        var form = new HashMap<>(also);
        form.put("account", account);
        String page = signedIn.as("alex.admin").post("/passwords", form).body();
        var found = ONE_TIME.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        assertThat(page).contains(sentence);
        return found.group(1);
    }

    private AuthenticationProvider programs(String named) {
        var none = new StaticListableBeanFactory().getBeanProvider(ClientRegistrationRepository.class);
        return new LocalAccounts(passwords, new PasswordSignIns(settings(null, named), none, workers), throttle, steps)
                .forPrograms();
    }

    private UsernamePasswordAuthenticationToken attempt() {
        return UsernamePasswordAuthenticationToken.unauthenticated(account, SignedIn.PASSWORD);
    }

    private static SignInSettings settings(@Nullable SecondFactorFor whom, String... programs) {
        return new SignInSettings(
                "preferred_username",
                null,
                false,
                "groups",
                List.of(),
                null,
                List.of(programs),
                "somebody",
                whom,
                null);
    }

    private List<String> changes() {
        return jdbc.sql(
                        "select what || ' by ' || changed_by from sign_in_change where account_id = :account order by id")
                .param("account", account)
                .query(String.class)
                .list();
    }
}
