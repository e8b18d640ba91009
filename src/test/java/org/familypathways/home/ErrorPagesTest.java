package org.familypathways.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.familypathways.record.Families;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.AtTheSameMoment;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ErrorPagesTest {

    @Autowired
    SignedIn signedIn;

    @Autowired
    AtTheSameMoment atTheSameMoment;

    @Autowired
    Families families;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "/nothing-here, 404, Page not found",
        "/imports, 403, You cannot do this",
        "/imports/no-number, 403, You cannot do this",
        "/families?page=no-number, 400, This address or form cannot be read",
    })
    void what_went_wrong_is_said_in_plain_words_that_leak_nothing(String path, int status, String heading) {
        var amina = signedIn.as("amina.khan");

        var answer = amina.send(amina.request(path).header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body())
                .contains(heading + "</h1>", "Amina Khan", "Skip to main content")
                .doesNotContain("Exception", "org.", "Whitelabel", "timestamp");
    }

    @Test
    void every_page_keeps_the_strict_policy_and_has_no_script_of_its_own() {
        var answer = signedIn.as("amina.khan").get("/");

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
        assertThat(answer.body()).doesNotContain("<script>", " onclick", " style=");
    }

    @ParameterizedTest
    @CsvSource({"text/html, Somebody else was faster</h1>", "application/json, Somebody else was faster. Look again"})
    void whoever_writes_what_somebody_else_is_writing_looks_again(String accepted, String sentence) {
        String family = families.create("north").id();
        var tom = signedIn.as("tom.reid");
        var restrict = tom.request("/families/" + family + "/restriction")
                .header("Accept", accepted)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("reason=Why&named=tom.reid&others=raj.patel&_csrf=" + tom.csrf()));

        var answer = atTheSameMoment.slower(() -> jdbc.sql("""
                                insert into family_restriction (family_id, reason, restricted_by, restricted_at)
                                values (?, 'A parent works here.', 'ruth.king', now())
                                """).param(family).update(), () -> tom.send(restrict));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains(sentence).doesNotContain("Exception", "org.", "family_restrict");
    }
}
