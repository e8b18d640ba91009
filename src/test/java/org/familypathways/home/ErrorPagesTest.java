package org.familypathways.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ErrorPagesTest {

    @Autowired
    SignedIn signedIn;

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
}
