package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever leaves, or loses a role, is out with their next click. */
@ApplicationTest
class LeaversTest {

    private static final String TASKLIST = "/camunda/api/engine/engine/default/task/count";

    @Autowired
    SignedIn signedIn;

    @Autowired
    Workers workers;

    @Autowired
    Teams teams;

    @Autowired
    Passwords passwords;

    private String account;

    @BeforeEach
    void somebody_who_works_here() {
        account = "leaver." + UUID.randomUUID().toString().substring(0, 8);
        workers.join(new Worker(account, "Lea Leaver", null, true));
        passwords.set(account, SignedIn.PASSWORD);
        workers.give(account, PracticeRole.ADMINISTRATOR, teams.find("system").orElseThrow());
    }

    @AfterEach
    void nobody_stays() {
        workers.leave(account);
    }

    @Test
    void a_leaver_is_out_of_pages_tasklist_and_rest_at_once() {
        var browser = signedIn.as(account);
        var second = signedIn.as(account);
        var program = signedIn.program(account);
        assertThat(browser.get("/").statusCode()).isNotEqualTo(401);
        assertThat(second.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(program.get("/engine-rest/task/count").statusCode()).isEqualTo(200);

        workers.leave(account);

        assertThat(browser.get("/").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in"));
        assertThat(second.get(TASKLIST).statusCode()).isEqualTo(401);
        assertThat(program.get("/engine-rest/task/count").statusCode()).isEqualTo(401);
        assertThat(signedIn.nobody()
                        .signIn(account, SignedIn.PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("?failed"));
    }

    @Test
    void whoever_comes_back_needs_a_new_password() {
        workers.leave(account);
        workers.join(new Worker(account, "Lea Leaver", null, true));

        assertThat(signedIn.nobody()
                        .signIn(account, SignedIn.PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("?failed"));
    }

    @Test
    void a_role_that_is_taken_away_opens_no_door_any_more() {
        var browser = signedIn.as(account);
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/engine-rest/incident/count").statusCode()).isEqualTo(200);

        workers.take(account, PracticeRole.ADMINISTRATOR, "system");

        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(browser.get("/engine-rest/incident/count").statusCode()).isEqualTo(403);
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
    }
}
