package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What keeps another site, or another person at the same browser, from using a worker's sign-in. */
@ApplicationTest
class BrowserProtectionTest {

    @Autowired
    SignedIn signedIn;

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/families", "/engine-rest/task/count", "/camunda/app/tasklist/default/"})
    void every_answer_tells_the_browser_to_be_careful(String path) {
        var answer = signedIn.as("amina.khan").get(path);

        assertThat(header(answer, "X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(header(answer, "Referrer-Policy")).containsExactly("same-origin");
        assertThat(header(answer, "X-Frame-Options")).contains("DENY");
        assertThat(header(answer, "Cache-Control"))
                .anySatisfy(value -> assertThat(value).contains("no-"));
        assertThat(header(answer, "Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/families", "/engine-rest/task/count", "/camunda/app/tasklist/default/"})
    void no_page_runs_what_it_did_not_bring(String path) {
        var policies = header(signedIn.as("amina.khan").get(path), "Content-Security-Policy");

        assertThat(policies)
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains(
                                "default-src 'self'",
                                "frame-ancestors 'none'",
                                "object-src 'none'",
                                "form-action 'self'")
                        .doesNotContain("unsafe-eval", "http:", "https:", "*"));
        String scripts = List.of(policies.get(0).split(";")).stream()
                .filter(directive -> directive.strip().startsWith("script-src"))
                .findFirst()
                .orElse("");
        assertThat(scripts).doesNotContain("unsafe-inline");
    }

    @Test
    void a_form_without_the_pages_token_changes_nothing() {
        var browser = signedIn.as("amina.khan");

        var forged = browser.send(browser.request("/sign-out").POST(BodyPublishers.noBody()));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(browser.get("/engine-rest/task/count").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task/count",
                "/camunda/api/engine/engine/default/task/any/claim",
                "/camunda/api/admin/auth/user/default/logout"
            })
    void tasklist_takes_nothing_without_its_token(String path) {
        var browser = signedIn.as("amina.khan");
        browser.get("/camunda/app/tasklist/default/");

        var forged = browser.send(
                browser.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")));

        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void rest_takes_nothing_from_a_browser_without_a_token() {
        var browser = signedIn.as("amina.khan");
        var forged = browser.send(browser.request("/engine-rest/task/count")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(forged.statusCode()).isEqualTo(403);

        var remembered = signedIn.program("amina.khan");
        var fromElsewhere = remembered.send(remembered
                .request("/engine-rest/task/count")
                .header("Content-Type", "application/json")
                .header("Origin", "https://elsewhere.example")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(fromElsewhere.statusCode()).isEqualTo(403);

        var program = signedIn.program("amina.khan");
        assertThat(program.send(program.request("/engine-rest/task/count")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_session_is_out_of_reach_for_scripts_and_other_sites() {
        var cookies = header(signedIn.nobody().get("/sign-in"), "Set-Cookie");

        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("SESSION="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void a_session_that_was_there_before_the_sign_in_is_worth_nothing_after_it() {
        var browser = signedIn.nobody();
        browser.get("/sign-in");
        String planted = browser.cookie("SESSION").orElseThrow();

        browser.signIn("amina.khan", SignedIn.PASSWORD);

        assertThat(browser.cookie("SESSION"))
                .isPresent()
                .hasValueSatisfying(session -> assertThat(session).isNotEqualTo(planted));
        var attacker = signedIn.nobody();
        assertThat(attacker.send(attacker.request("/engine-rest/task/count").header("Cookie", "SESSION=" + planted))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_program_gets_no_session() {
        assertThat(header(signedIn.program("amina.khan").get("/engine-rest/task/count"), "Set-Cookie"))
                .isEmpty();
    }

    @Test
    void after_signing_out_the_session_is_gone_and_so_is_what_the_browser_kept() {
        var browser = signedIn.as("amina.khan");
        String session = browser.cookie("SESSION").orElseThrow();

        var answer = browser.send(browser.request("/sign-out")
                .header("X-Forwarded-Proto", "https")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + browser.csrf())));

        assertThat(header(answer, "Clear-Site-Data")).containsExactly("\"cache\", \"storage\"");
        var attacker = signedIn.nobody();
        assertThat(attacker.send(attacker.request("/engine-rest/task/count").header("Cookie", "SESSION=" + session))
                        .statusCode())
                .isEqualTo(401);
    }

    private static List<String> header(HttpResponse<String> answer, String name) {
        return answer.headers().allValues(name);
    }
}
