package org.familypathways.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.familypathways.record.Drafts;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ApplicationTest
class PlainRefusalsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private Work work;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private Drafts drafts;

    private String referral;
    private String task;

    @BeforeEach
    void a_referral_waits_for_its_decision() {
        referral = ReferredChild.referredBy(work);
        work.runJobs(referral);
        task = work.task(referral, "userTask_decideReferral").getId();
    }

    @Test
    void a_missing_answer_is_named_and_nothing_else() {
        work.as("grace.obi").claim(work.task(referral, "userTask_decideReferral"));

        assertThat(asked("grace.obi", "/submit-form", "{\"variables\":{}}"))
                .contains("\"“What does the child need?” must be answered.\"");
    }

    @Test
    void what_cannot_be_stored_is_no_reason_to_lose_the_rest() {
        work.as("grace.obi").claim(work.task(referral, "userTask_decideReferral"));

        assertThat(asked("grace.obi", "/submit-form", """
                        {"variables":{"reason":{"value":"Half a\\u0000 word"},"other\\u0000":{"value":"x"}}}"""))
                .contains("\"Something was answered that this form does not ask.\"");
        assertThat(drafts.find(task, "grace.obi"))
                .hasValueSatisfying(draft -> assertThat(draft).containsEntry("reason", "Half a word"));
    }

    @Test
    void a_refused_start_form_stays_its_author_s_draft() {
        assertThat(signedIn.program("sam.lee")
                        .json("POST", "/engine-rest/process-definition/key/referral/submit-form", """
                                {"variables":{"lastName":{"value":"Example"}}}""")
                        .body())
                .contains("must be answered");
        assertThat(drafts.find("start:referral", "sam.lee"))
                .hasValueSatisfying(draft -> assertThat(draft).containsEntry("lastName", "Example"));
        drafts.discard("start:referral", "sam.lee");
    }

    @Test
    void a_start_form_that_is_sent_twice_begins_one_case() throws Exception {
        String contact = contact(UUID.randomUUID().toString());
        var first = CompletableFuture.supplyAsync(() -> begun(contact));
        var second = CompletableFuture.supplyAsync(() -> begun(contact));

        assertThat(first.get()).isEqualTo(second.get()).isEqualTo(begun(contact));
        assertThat(begun(contact(UUID.randomUUID().toString())))
                .as("another contact")
                .isNotEqualTo(first.get());
    }

    @Test
    void a_start_form_that_is_sent_again_with_other_answers_is_not_swallowed() {
        String once = UUID.randomUUID().toString();
        begun(contact(once));

        assertThat(signedIn.program("sam.lee")
                        .json("POST", "/engine-rest/process-definition/key/referral/submit-form", contact(once))
                        .body())
                .contains("This form was handed in already, with other answers.");
        drafts.discard("start:referral", "sam.lee");
        assertThat(begun(contact(""))).as("no name at all").isNotEqualTo(begun(contact("")));
    }

    private static String contact(String once) {
        var variables = new HashMap<String, Object>();
        ReferredChild.contact().forEach((question, answer) -> variables.put(question, Map.of("value", answer)));
        return JSON.writeValueAsString(Map.of("businessKey", once, "variables", variables));
    }

    private String begun(String contact) {
        var answer = signedIn.program("sam.lee")
                .json("POST", "/engine-rest/process-definition/key/referral/submit-form", contact);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("id").asString();
    }

    @Test
    void a_task_that_somebody_else_completed_says_so() {
        work.as("grace.obi")
                .complete(
                        referral,
                        "userTask_decideReferral",
                        Map.of("referralOutcome", "no-further-action", "reason", "Nothing to worry about."));

        assertThat(asked("grace.obi", "/submit-form", "{\"variables\":{}}"))
                .contains("This task was already completed by Grace Obi. What you typed is kept under “Drafts”.");
        assertThat(asked("grace.obi", "/claim", "{\"userId\":\"grace.obi\"}"))
                .contains("This task is done already, or is for another role, team or person.");
    }

    @Test
    void a_task_of_other_people_says_that_it_is_not_yours() {
        assertThat(asked("amina.khan", "/claim", "{\"userId\":\"amina.khan\"}"))
                .contains("This task is done already, or is for another role, team or person.")
                .doesNotContain("permission");
    }

    private String asked(String accountId, String path, String body) {
        return signedIn.program(accountId)
                .json("POST", "/engine-rest/task/" + task + path, body)
                .body();
    }
}
