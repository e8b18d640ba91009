package org.familypathways.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The database server goes away in the middle of the work and comes back, while the application goes on running:
 * whoever asks is told so at once and in a sentence, and afterwards everything goes on, lost nowhere and done once.
 */
class DatabaseOutageTest {

    private static final List<JourneyDriver> JOURNEYS = List.of(new ReferralJourneys(), new EnquiryJourneys());
    private static final String SENTENCE = "cannot be reached at the moment";
    private static final String REFERRAL = """
            {"reference": "OUTAGE-1", "receivedOn": "2025-11-20", "source": "6", "immediateDanger": false,
             "area": "north", "worry": "What the school saw.", "child": {"lastName": "Outage", "sex": "U"}}
            """;
    /** Whoever still waits for an answer by then gives up. */
    private static final Duration PATIENCE_OF_A_CALLER = Duration.ofSeconds(20);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final int port = RunningApplication.freePort();
    private final int databasePort = RunningApplication.freePort();
    private final SignedIn doors = SignedIn.at(port);
    private final People people = new People(JOURNEYS, port);
    private final Agreement agreement = new Agreement(people, JOURNEYS, databasePort);

    @Test
    void requests_fail_clearly_while_it_is_gone_and_afterwards_nothing_is_lost_or_doubled() throws Exception {
        try (var database = DatabaseServer.start(directory.resolve("postgres"), databasePort)) {
            var application = RunningApplication.start(directory, port, database);
            try {
                var worker = doors.as("sam.lee");
                var program = doors.program("sam.lee");
                var shift = Shift.begin(people, new Random());
                shift.awaitWorkGettingDone();

                database.goAway();
                assertToldOnAPage(worker, "/families");
                assertToldOnAPage(doors.nobody(), "/sign-in");
                assertToldInAProblem(get(worker, "/camunda/api/engine/engine/default/task"));
                assertToldInAProblem(get(program, "/engine-rest/task"));
                assertToldInAProblem(refer(program));
                assertThat(get(program, "/actuator/health/liveness").statusCode())
                        .as("nobody needs to start the application again")
                        .isEqualTo(200);

                database.comeBack();
                shift.awaitWorkGettingDone();
                shift.end();
                var receipt = refer(program);
                assertThat(receipt.statusCode()).isEqualTo(201);
                assertThat(refer(program).body()).isEqualTo(receipt.body());
                assertThat(get(worker, "/families").statusCode())
                        .as("still signed in")
                        .isEqualTo(200);
                agreement.assertAtRest("after the outage; refused: " + people.refusals);
            } finally {
                application.stop();
            }
        }
    }

    private static void assertToldOnAPage(SignedIn.Browser browser, String path) {
        var answer = browser.send(browser.request(path)
                .header("Accept", "text/html")
                .timeout(PATIENCE_OF_A_CALLER)
                .GET());
        assertTold(answer, "text/html");
        assertThat(answer.body()).contains("<h1", "Family Pathways");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
    }

    private static void assertToldInAProblem(HttpResponse<String> answer) {
        assertTold(answer, "application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).path("status").asInt())
                .isEqualTo(503);
    }

    private static void assertTold(HttpResponse<String> answer, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(is -> assertThat(is).startsWith(type));
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains(SENTENCE).doesNotContain("Exception", "at org.", "jdbc:");
    }

    private static HttpResponse<String> get(SignedIn.Browser browser, String path) {
        return send(browser, browser.request(path).GET());
    }

    private static HttpResponse<String> refer(SignedIn.Browser program) {
        return send(
                program,
                program.request("/api/referrals")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(REFERRAL)));
    }

    private static HttpResponse<String> send(SignedIn.Browser browser, HttpRequest.Builder request) {
        return browser.send(request.timeout(PATIENCE_OF_A_CALLER));
    }
}
