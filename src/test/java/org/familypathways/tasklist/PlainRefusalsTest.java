package org.familypathways.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class PlainRefusalsTest {

    @Autowired
    private Work work;

    @Autowired
    private SignedIn signedIn;

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
    void a_task_that_somebody_else_completed_says_so() {
        work.as("grace.obi")
                .complete(
                        referral,
                        "userTask_decideReferral",
                        Map.of("referralOutcome", "no-further-action", "reason", "Nothing to worry about."));

        assertThat(asked("grace.obi", "/submit-form", "{\"variables\":{}}"))
                .contains("This task was already completed by grace.obi.");
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
