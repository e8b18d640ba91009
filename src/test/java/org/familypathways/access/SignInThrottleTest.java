package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guessing passwords is slow, for accounts that exist and for those that do not. */
@ApplicationTest
class SignInThrottleTest {

    @Autowired
    SignedIn signedIn;

    @Autowired
    Workers workers;

    @Autowired
    Passwords passwords;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private String account;

    @BeforeEach
    void somebody_who_works_here() {
        account = "typist." + UUID.randomUUID().toString().substring(0, 8);
        workers.join(new Worker(account, "Ty Pist", null, true));
        passwords.set(account, SignedIn.PASSWORD);
        clock.setTo(clock.instant());
    }

    @AfterEach
    void nobody_stays() {
        workers.leave(account);
    }

    @Test
    void five_failures_make_even_the_right_password_wait_and_then_it_works() {
        fail(5);
        assertThat(answerTo(SignedIn.PASSWORD)).endsWith("/sign-in?wait");

        clock.setTo(clock.instant().plusSeconds(31));

        assertThat(answerTo(SignedIn.PASSWORD)).doesNotContain("/sign-in");
        assertThat(answerTo("not the password")).endsWith("?failed");
    }

    @Test
    void each_further_failure_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        fail(5);
        clock.setTo(clock.instant().plusSeconds(31));
        fail(1);
        clock.setTo(clock.instant().plusSeconds(31));
        assertThat(answerTo(SignedIn.PASSWORD)).endsWith("?wait");
        clock.setTo(clock.instant().plusSeconds(31));
        fail(1);

        clock.setTo(clock.instant().plus(Duration.ofMinutes(15)));

        assertThat(answerTo(SignedIn.PASSWORD)).doesNotContain("/sign-in");
    }

    @Test
    void an_account_that_does_not_exist_cannot_be_told_from_one_that_does() {
        String other = "nobody." + account;
        for (int i = 0; i < 5; i++) {
            assertThat(location(other, "wrong")).endsWith("?failed");
        }

        assertThat(location(other, "wrong")).endsWith("?wait");
    }

    @Test
    void many_attempts_at_the_same_moment_are_no_more_than_one_after_the_other() {
        var attempts = IntStream.range(0, 12)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> answerTo("guess " + number)))
                .toList();

        assertThat(attempts.stream().map(CompletableFuture::join).filter(place -> place.endsWith("?failed")))
                .hasSize(5);
    }

    @Test
    void whoever_fails_elsewhere_in_a_workers_name_does_not_keep_the_worker_out() {
        for (int i = 0; i < 6; i++) {
            from("198.51.100.7", "guess " + i);
        }
        assertThat(from("198.51.100.7", SignedIn.PASSWORD)).endsWith("?wait");

        assertThat(from("192.0.2.11", SignedIn.PASSWORD)).doesNotContain("/sign-in");
    }

    @Test
    void very_many_failures_from_everywhere_make_everybody_wait_until_there_is_another_password() {
        for (int i = 0; i < 100; i++) {
            throttle.failed(account, "198.51.100." + i);
        }
        assertThat(answerTo(SignedIn.PASSWORD)).endsWith("?wait");

        passwords.set(account, "Nobody-guesses-this-37");

        assertThat(answerTo("Nobody-guesses-this-37")).doesNotContain("/sign-in");
    }

    @Test
    void programs_wait_as_well() {
        for (int i = 0; i < 5; i++) {
            signedIn.program(account, "wrong").get("/engine-rest/task/count");
        }

        assertThat(signedIn.program(account).get("/engine-rest/task/count").statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_somebody_typed_into_the_wrong_box_is_kept_nowhere() {
        String slip = "My-Secret-" + UUID.randomUUID();
        location(slip, "amina.khan");

        assertThat(jdbc.sql("select count(*) from sign_in_failure f where f::text like :typed")
                        .param("typed", "%" + slip.toLowerCase() + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String from(String place, String password) {
        var browser = signedIn.nobody();
        return browser.send(browser.request("/sign-in")
                        .header("X-Forwarded-For", place)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("account=%s&password=%s&_csrf=%s"
                                .formatted(account, password.replace(" ", "+"), encode(browser.csrf())))))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(answerTo("not the password")).endsWith("?failed");
        }
    }

    private String answerTo(String password) {
        return location(account, password);
    }

    private String location(String name, String password) {
        return signedIn.nobody()
                .signIn(name, password)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
