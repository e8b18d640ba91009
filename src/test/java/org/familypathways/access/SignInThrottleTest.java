package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;

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
