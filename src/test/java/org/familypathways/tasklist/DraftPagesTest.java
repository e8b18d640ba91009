package org.familypathways.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two front-door managers on one task: whoever is slower finds again what they typed. */
@ApplicationTest
class DraftPagesTest {

    private static final String COLLEAGUE = "sasha.other";
    private static final String TYPED = "The school rang twice. <script>alert('here')</script> ${7*7}";
    private static final String JSON = "{\"referralOutcome\":\"early-help\",\"reason\":\"%s\"}".formatted(TYPED);

    @Autowired
    private Workers workers;

    @Autowired
    private Teams teams;

    @Autowired
    private Work work;

    @Autowired
    private SignedIn signedIn;

    private String referral;
    private String task;
    private SignedIn.Browser grace;

    @BeforeEach
    void a_colleague_has_the_same_role() {
        workers.join(new Worker(COLLEAGUE, "Sasha Other", null, true));
        workers.give(
                COLLEAGUE,
                PracticeRole.FRONT_DOOR_MANAGER,
                teams.find("front-door").orElseThrow());
    }

    @AfterEach
    void the_colleague_leaves() {
        workers.leave(COLLEAGUE);
    }

    @BeforeEach
    void a_referral_waits_for_its_decision() {
        referral = ReferredChild.referredBy(work);
        work.runJobs(referral);
        task = work.task(referral, "userTask_decideReferral").getId();
        grace = signedIn.as("grace.obi");
    }

    @Test
    void an_author_reads_again_what_they_typed_and_goes_on_with_it() {
        assertThat(grace.json("PUT", "/api/drafts/" + task, JSON).statusCode()).isEqualTo(204);

        assertThat(grace.get("/").body()).contains("href=\"/drafts\"", "Look at your drafts");
        assertThat(grace.get("/drafts").body()).contains(address(), "Can still be handed in");
        assertThat(grace.get(address()).body())
                .contains("Why?", "The school rang twice. &lt;script&gt;", "${7*7}", "Early help", "?task=" + task)
                .doesNotContain("<script>alert");
    }

    @Test
    void what_was_typed_into_a_task_that_somebody_else_completed_is_still_there_until_its_author_discards_it() {
        grace.json("PUT", "/api/drafts/" + task, "{\"reason\":\"Half a sen\"}");
        completedBySomebodyElse();

        assertThat(grace.json("PUT", "/api/drafts/" + task, JSON).statusCode())
                .as("the last words, typed a moment too late")
                .isEqualTo(204);
        assertThat(grace.get("/drafts").body()).contains(address(), "Already completed by Sasha Other");
        assertThat(grace.get(address()).body())
                .contains("The school rang twice.", "Already completed by Sasha Other")
                .doesNotContain("go on in My work");

        assertThat(grace.post(address() + "/discard", Map.of()).statusCode()).isEqualTo(302);
        assertThat(grace.get("/drafts").body())
                .contains("The draft was discarded.")
                .doesNotContain(address());
        assertThat(grace.get(address()).statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_else_finds_it() {
        grace.json("PUT", "/api/drafts/" + task, JSON);
        var amina = signedIn.as("amina.khan");

        assertThat(amina.get(address()).statusCode()).isEqualTo(404);
        assertThat(amina.get("/drafts").body()).doesNotContain(task);
        assertThat(amina.post(address() + "/discard", Map.of()).statusCode()).isEqualTo(302);
        assertThat(grace.get(address()).body()).contains("The school rang twice.");
    }

    @Test
    void a_case_that_is_not_begun_yet_is_a_draft_too() {
        var sam = signedIn.as("sam.lee");
        sam.json("PUT", "/api/drafts/start:referral", "{\"worry\":\"He said that\"}");

        assertThat(sam.get("/drafts").body()).contains("/drafts/start:referral", "Begin a case", "None yet");
        assertThat(sam.get("/drafts/start:referral").body()).contains("He said that", "Can still be handed in");
        sam.json("DELETE", "/api/drafts/start:referral", "");
    }

    private void completedBySomebodyElse() {
        work.as(COLLEAGUE)
                .complete(
                        referral,
                        "userTask_decideReferral",
                        Map.of("referralOutcome", "no-further-action", "reason", "Nothing to worry about."));
    }

    private String address() {
        return "/drafts/" + task;
    }
}
