package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.SignedIn.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Choosing a password of one's own, and getting back in when it is lost. */
@ApplicationTest
class OwnPasswordTest {

    private static final String ANOTHER = "three-quiet-green-lamps";
    private static final Pattern ONE_TIME = Pattern.compile("fp-one-time-password\">([a-z2-9-]{23})<");

    @Autowired
    SignedIn signedIn;

    @Autowired
    Workers workers;

    @Autowired
    Passwords passwords;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private String account;

    @BeforeEach
    void somebody_who_works_here() {
        account = "owner." + UUID.randomUUID().toString().substring(0, 8);
        workers.join(new Worker(account, "Owen Owner", null, true));
        passwords.set(account, SignedIn.PASSWORD);
    }

    @AfterEach
    void nobody_stays() {
        workers.leave(account);
    }

    @Test
    void whoever_changes_it_stays_signed_in_here_and_nowhere_else() {
        var here = signedIn.as(account);
        var elsewhere = signedIn.as(account);

        var answer = change(here, SignedIn.PASSWORD, ANOTHER, ANOTHER);

        assertThat(answer).contains("redirect to /your-sign-in");
        assertThat(here.get("/your-sign-in").body()).contains("Your password is changed.");
        assertThat(elsewhere.get("/families").statusCode()).isEqualTo(302);
        assertThat(signIn(signedIn.nobody(), SignedIn.PASSWORD)).endsWith("?failed");
        assertThat(signIn(signedIn.nobody(), ANOTHER)).doesNotContain("/sign-in");
        assertThat(changes()).isEqualTo("Changed the password by " + account);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not the one            | three-quiet-green-lamps | three-quiet-green-lamps | Your present password is not right.
            Every-family-counts-26 | three-quiet-green-lamps | three-quiet-green-lamp  | The new password was typed differently the second time.
            Every-family-counts-26 | Every-family-counts-26  | Every-family-counts-26  | The new password must not be the present one.
            Every-family-counts-26 | short                   | short                   | A password needs at least 14 characters.
            Every-family-counts-26 | iloveyou1234567         | iloveyou1234567         | This password is in common use
            """)
    void otherwise_it_stays_as_it_was_and_the_page_says_why(String present, String next, String again, String why) {
        var browser = signedIn.as(account);

        assertThat(change(browser, present, next, again))
                .contains("Error: Your sign-in", why)
                .doesNotContain(next);

        assertThat(signIn(signedIn.nobody(), SignedIn.PASSWORD)).doesNotContain("/sign-in");
    }

    @Test
    void somebody_at_an_unlocked_screen_cannot_try_passwords_for_ever() {
        var browser = signedIn.as(account);
        for (int i = 0; i < 5; i++) {
            change(browser, "guess " + i, ANOTHER, ANOTHER);
        }

        assertThat(change(browser, SignedIn.PASSWORD, ANOTHER, ANOTHER)).contains("Too many attempts failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123456",
                "Password123456!",
                "qwertyuiop1234",
                "FamilyPathways2026",
                "family.pathways",
                "manchesterunited1",
                "Summer2026Summer",
                "abcdefghijklmnop"
            })
    void what_is_in_common_use_is_refused_without_asking_anybody_on_the_net(String password) {
        assertThatThrownBy(() -> passwords.set(account, password))
                .isInstanceOf(WeakPasswordException.class)
                .hasMessageStartingWith("This password is in common use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"three quiet green lamps", "correcthorsebatterystaple", "ÄÖÜ und noch viel mehr"})
    void length_is_enough_and_no_mixture_of_characters_is_asked_for(String password) {
        passwords.set(account, password);

        assertThat(passwords.opens(account, password)).isTrue();
    }

    @Test
    void an_administrator_gives_a_password_that_opens_nothing_but_the_choice_of_another_one() {
        var signedInBefore = signedIn.as(account);

        String oneTime = oneTimePassword();

        assertThat(signedInBefore.get("/families").statusCode()).isEqualTo(302);
        assertThat(signIn(signedIn.nobody(), SignedIn.PASSWORD)).endsWith("?failed");
        assertThat(signedIn.program(account, oneTime)
                        .get("/engine-rest/task/count")
                        .statusCode())
                .isEqualTo(401);
        var browser = signedIn.nobody();
        signIn(browser, oneTime);
        for (String path : new String[] {"/", "/families", "/camunda/app/tasklist/default/"}) {
            assertThat(browser.get(path).headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).endsWith("/your-sign-in"));
        }
        assertThat(browser.get("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/engine-rest/task/count").statusCode()).isEqualTo(403);
        assertThat(browser.get("/your-sign-in").body()).contains("Choose a password of your own");

        change(browser, oneTime, ANOTHER, ANOTHER);

        assertThat(browser.get("/families").statusCode()).isEqualTo(200);
        assertThat(signIn(signedIn.nobody(), oneTime)).endsWith("?failed");
        assertThat(signedIn.program(account, ANOTHER)
                        .get("/engine-rest/task/count")
                        .statusCode())
                .isEqualTo(200);
        assertThat(changes())
                .isEqualTo("Was given a one-time password by alex.admin, Changed the password by " + account);
    }

    @Test
    void it_is_good_for_a_day() {
        String oneTime = oneTimePassword();
        clock.setTo(clock.instant().plus(Duration.ofHours(24)).plusSeconds(1));

        assertThat(signIn(signedIn.nobody(), oneTime)).endsWith("?failed");
    }

    @Test
    void it_is_kept_nowhere() {
        String oneTime = oneTimePassword();

        assertThat(jdbc.sql("select count(*) from worker w where w::text like :it")
                        .param("it", "%" + oneTime + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(signedIn.as("alex.admin").get("/passwords").body()).doesNotContain(oneTime);
    }

    @Test
    void nobody_but_an_administrator_gives_one() {
        var browser = signedIn.as("ruth.king");

        assertThat(browser.get("/passwords").statusCode()).isEqualTo(403);
        assertThat(browser.post("/passwords", Map.of("account", account)).statusCode())
                .isEqualTo(403);
        assertThat(passwords.opens(account, SignedIn.PASSWORD)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nobody.of.this.name | Nobody with this account works here.
            alex.admin          | This is your own account.
            """)
    void nor_does_one_for_a_stranger_or_for_themselves(String whose, String why) {
        assertThat(signedIn.as("alex.admin")
                        .post("/passwords", Map.of("account", whose))
                        .body())
                .contains("Error: Give a one-time password", why);
    }

    private String oneTimePassword() {
        String page = signedIn.as("alex.admin")
                .post("/passwords", Map.of("account", account))
                .body();
        var found = ONE_TIME.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static String change(Browser browser, String present, String next, String again) {
        var answer = browser.post("/your-sign-in", Map.of("present", present, "next", next, "again", again));
        return answer.statusCode() == 302
                ? "redirect to " + answer.headers().firstValue("Location").orElseThrow()
                : answer.body();
    }

    private String signIn(Browser browser, String password) {
        return browser.signIn(account, password)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private String changes() {
        return jdbc.sql("""
                        select string_agg(what || ' by ' || changed_by, ', ' order by id) from sign_in_change
                        where account_id = :account
                        """).param("account", account).query(String.class).single();
    }
}
