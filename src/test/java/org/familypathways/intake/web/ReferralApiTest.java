package org.familypathways.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other systems refer children: each referral once, however often it is sent, and every fault said at once. */
@ApplicationTest
class ReferralApiTest {

    private static final String PATH = "/api/referrals";

    @Autowired
    SignedIn signedIn;

    @Autowired
    JdbcClient jdbc;

    private String surname;
    private String referral;

    @BeforeEach
    void a_referral() {
        surname = "Api" + UUID.randomUUID();
        referral = """
                {"reference": "MASH-%1$s", "receivedOn": "2025-11-20", "source": "6", "primaryNeed": "N1",
                 "immediateDanger": false, "area": "north", "worry": "What the school saw.", "referrer": "The school",
                 "child": {"firstName": "Robin", "lastName": "%1$s", "birthDate": "2017-04-03", "sex": "F"}}
                """.formatted(surname);
    }

    @Test
    void a_referral_goes_on_record_and_its_decision_waits_at_the_front_door() {
        var answer = send(referral);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(read(answer).propertyNames())
                .as("nothing about the family, which the sender may not be allowed to know of")
                .containsExactlyInAnyOrder("reference", "receivedAt");
        assertThat(signedIn.program("grace.obi")
                        .json("POST", "/engine-rest/task/count", """
                                {"processVariables": [{"name": "familyId", "operator": "eq", "value": "%s"}],
                                 "taskDefinitionKey": "userTask_decideReferral"}
                                """.formatted(family()))
                        .body())
                .isEqualTo("{\"count\":1}");
    }

    @Test
    void sent_again_it_gets_the_same_answer_and_there_is_one_referral() {
        var first = send(referral);
        var second = send(referral);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(children()).isEqualTo(1);
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void sent_many_times_at_the_same_moment_there_is_still_one_referral() throws Exception {
        var senders = Executors.newFixedThreadPool(4);
        var bodies = new HashSet<String>();
        try {
            var sending = new ArrayList<java.util.concurrent.Future<HttpResponse<String>>>();
            for (int i = 0; i < 8; i++) {
                sending.add(senders.submit(() -> send(referral)));
            }
            for (var sent : sending) {
                assertThat(sent.get().statusCode()).isEqualTo(201);
                bodies.add(sent.get().body());
            }
        } finally {
            senders.shutdown();
        }

        assertThat(bodies).hasSize(1);
        assertThat(children()).isEqualTo(1);
    }

    @Test
    void another_content_under_the_same_reference_is_a_conflict_and_changes_nothing() {
        send(referral);

        var answer = send(referral.replace("What the school saw.", "Something else."));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(read(answer).path("errors").path(0).path("field").asString()).isEqualTo("reference");
        assertThat(children()).isEqualTo(1);
    }

    @Test
    void two_senders_may_use_the_same_reference() {
        send(referral);

        assertThat(signedIn.program("grace.obi").json("POST", PATH, referral).statusCode())
                .isEqualTo(201);
    }

    @Test
    void every_fault_is_said_at_once_in_one_line_for_each_field() {
        var answer = send("""
                {"reference": "", "receivedOn": "2999-01-01", "source": "77", "primaryNeed": "X",
                 "area": "east", "surprise": 1, "child": {"sex": "X", "birthDate": "31/12/2017", "upn": "1"}}
                """);

        assertThat(answer.statusCode()).isEqualTo(400);
        var fields = new ArrayList<String>();
        read(answer)
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString()));
        assertThat(fields)
                .contains("receivedOn", "source", "primaryNeed", "area", "surprise", "worry", "immediateDanger")
                .contains("child.sex", "child.birthDate", "child.upn")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "\"text\"", "{", "{\"reference\": 1, \"reference\": 2}", "{} {}"})
    void what_is_no_referral_is_refused(String body) {
        assertThat(send(body).statusCode()).isEqualTo(400);
    }

    @Test
    void what_was_sent_wrongly_is_not_repeated_in_the_answer() {
        var answer = send("{\"worry\": \"A-secret-of-the-family\", ");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void a_referral_that_is_larger_than_any_is_refused() {
        assertThat(send("{\"worry\": \"" + "a".repeat(300_000) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @Test
    void only_json_is_taken() {
        var program = signedIn.program("sam.lee");

        assertProblem(
                415,
                program.send(program.request(PATH)
                        .header("Content-Type", "application/xml")
                        .POST(BodyPublishers.ofString("<a/>"))));
    }

    @Test
    void whatever_is_refused_is_a_problem_that_programs_know_how_to_read() {
        assertProblem(401, signedIn.program("sam.lee", "wrong").json("POST", PATH, referral));
        assertProblem(403, signedIn.program("amina.khan").json("POST", PATH, referral));
        assertProblem(404, signedIn.program("sam.lee").get("/api/nothing"));
        assertProblem(405, signedIn.program("sam.lee").get(PATH));
    }

    private static void assertProblem(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(read(answer).path("status").asInt()).isEqualTo(status);
        assertThat(read(answer).path("title").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"amina.khan", "tom.reid", "helen.ward", "alex.admin", "ruth.king"})
    void other_roles_refer_nobody(String account) {
        assertThat(signedIn.program(account).json("POST", PATH, referral).statusCode())
                .isEqualTo(403);
        assertThat(children()).isZero();
    }

    @Test
    void its_description_is_served_to_whoever_has_signed_in() {
        assertThat(signedIn.program("sam.lee").get("/api/openapi").body()).contains("/api/referrals", "409");
    }

    private HttpResponse<String> send(String body) {
        return signedIn.program("sam.lee").json("POST", PATH, body);
    }

    private int children() {
        return jdbc.sql("select count(*) from child where last_name = :name")
                .param("name", surname)
                .query(Integer.class)
                .single();
    }

    private String family() {
        return jdbc.sql("select family_id from child where last_name = :name")
                .param("name", surname)
                .query(String.class)
                .single();
    }

    private int cases() {
        return jdbc.sql("select count(*) from act_ru_variable where name_ = 'familyId' and text_ = :family")
                .param("family", family())
                .query(Integer.class)
                .single();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
