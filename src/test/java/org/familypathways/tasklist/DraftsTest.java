package org.familypathways.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class DraftsTest {

    @Autowired
    private Work work;

    @Autowired
    private SignedIn signedIn;

    private String task;
    private String draft;

    @BeforeEach
    void a_referral_waits_for_its_decision() {
        String referral = ReferredChild.referredBy(work);
        work.runJobs(referral);
        task = work.task(referral, "userTask_decideReferral").getId();
        draft = "/api/drafts/" + task;
    }

    @Test
    void what_somebody_typed_is_there_when_they_come_back() {
        signedIn.as("grace.obi").json("PUT", draft, "{\"reason\":\"Half a sen\"}");

        assertThat(signedIn.as("grace.obi").get(draft).body()).isEqualTo("{\"reason\":\"Half a sen\"}");
    }

    @Test
    void a_discarded_draft_is_gone() {
        var grace = signedIn.as("grace.obi");
        grace.json("PUT", draft, "{\"reason\":\"No\"}");

        assertThat(grace.json("DELETE", draft, "").statusCode()).isEqualTo(204);
        assertThat(grace.get(draft).statusCode()).isEqualTo(204);
    }

    @Test
    void a_draft_is_for_its_author_only() {
        signedIn.as("grace.obi").json("PUT", draft, "{\"reason\":\"Mine\"}");

        assertThat(signedIn.as("amina.khan").get(draft).statusCode()).isEqualTo(404);
        assertThat(signedIn.as("amina.khan").json("PUT", draft, "{}").statusCode())
                .isEqualTo(404);
        assertThat(signedIn.nobody().get(draft).statusCode()).isEqualTo(401);
    }

    @Test
    void a_case_that_is_not_begun_yet_has_a_draft_too() {
        var sam = signedIn.as("sam.lee");

        assertThat(sam.json("PUT", "/api/drafts/start:referral", "{\"worry\":\"He\"}")
                        .statusCode())
                .isEqualTo(204);
        ReferredChild.referredBy(work);
        assertThat(sam.get("/api/drafts/start:referral").statusCode())
                .as("after the case has begun")
                .isEqualTo(204);
        assertThat(signedIn.as("helen.ward").get("/api/drafts/start:referral").statusCode())
                .as("for somebody who may not begin one")
                .isEqualTo(404);
    }

    @Test
    void only_answers_of_a_reasonable_size_are_kept() {
        var grace = signedIn.as("grace.obi");

        assertThat(grace.json("PUT", draft, "[1]").statusCode()).isEqualTo(400);
        assertThat(grace.json("PUT", draft, "{\"reason\":\"" + "x".repeat(500_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void another_site_cannot_write_a_draft() {
        var grace = signedIn.as("grace.obi");
        var forged = grace.request(draft)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"reason\":\"Forged\"}"));

        assertThat(grace.send(forged).statusCode()).isEqualTo(403);
        assertThat(grace.get(draft).headers().firstValue("X-CSRF-TOKEN")).isPresent();
    }
}
