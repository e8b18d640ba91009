package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.SignedIn.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class SessionExpiryTest {

    @Autowired
    SignedIn signedIn;

    @Autowired
    JdbcClient jdbc;

    Browser amina;
    String token;

    @BeforeEach
    void amina_was_away_for_too_long() {
        amina = signedIn.as("amina.khan");
        token = amina.csrf();
        jdbc.sql("delete from spring_session where session_id = ?")
                .param(session(amina))
                .update();
    }

    @Test
    void opening_a_page_leads_to_the_sign_in_page_which_says_why() {
        var answer = amina.get("/families");

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in?expired"));
        assertThat(amina.get("/sign-in?expired").body()).contains("You were signed out because");
    }

    @Test
    void sending_a_form_does_as_well_and_changes_nothing() {
        var answer = amina.send(amina.request("/families")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("words=x&_csrf=" + token)));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in?expired"));
    }

    @Test
    void after_signing_in_again_the_page_that_was_asked_for_opens() {
        amina.get("/families");

        var answer = amina.post("/sign-in", Map.of("account", "amina.khan", "password", SignedIn.PASSWORD));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).contains("/families"));
    }

    @Test
    void a_session_that_another_version_wrote_leads_to_the_sign_in_page_as_well() {
        var nina = signedIn.as("nina.shaw");
        jdbc.sql("update spring_session_attributes set attribute_bytes = 'of another version'::bytea"
                        + " where session_primary_id = (select primary_id from spring_session where session_id = ?)")
                .param(session(nina))
                .update();

        var answer = nina.get("/families");

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in"));
        nina.signIn("nina.shaw", SignedIn.PASSWORD);
        assertThat(nina.get("/families").statusCode()).isEqualTo(200);
    }

    private static String session(Browser browser) {
        return new String(Base64.getDecoder().decode(browser.cookie("SESSION").orElseThrow()));
    }
}
