package org.familypathways.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.familypathways.access.PracticeRole;
import org.familypathways.record.Families;
import org.familypathways.record.FamilyPlan.Action;
import org.familypathways.record.FamilyPlan.NewAction;
import org.familypathways.record.FamilyPlan.Status;
import org.familypathways.record.FamilyPlans;
import org.familypathways.record.Involvements;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class PlanActionTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Families families;

    @Autowired
    Involvements involvements;

    @Autowired
    FamilyPlans plans;

    @Autowired
    SignedIn signedIn;

    String family;
    SignedIn.Browser amina;

    @BeforeEach
    void a_plan_of_a_family_with_whom_amina_works() {
        family = families.create("north").id();
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        plans.record(
                family,
                "a case of " + family,
                LocalDate.of(2026, 11, 22),
                "We look after each other.",
                List.of(new NewAction("Take Robin to school", null, "Grandad", LocalDate.of(2026, 12, 1))));
        amina = signedIn.as("amina.khan");
    }

    @Test
    void a_worker_says_what_became_of_an_action_and_it_is_on_record() {
        var answer =
                amina.post(address(), Map.of("status", "partly-done", "note", "Three days <script>alert(1)</script>"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(action().status()).isEqualTo(Status.PARTLY_DONE);
        assertThat(amina.get("/families/" + family).body())
                .contains("Partly done", "Three days &lt;script&gt;", "Plan action", "Where it stands")
                .doesNotContain("<script>alert");
    }

    @Test
    void what_is_not_simply_done_needs_a_note() {
        assertThat(amina.post(address(), Map.of("status", "no-longer-needed", "note", ""))
                        .body())
                .contains("Say what was done, or why the action is no longer needed.");
        assertThat(amina.post(address(), Map.of("status", "lost")).body()).contains("Choose one of the answers.");
        assertThat(amina.post(address(), Map.of()).body()).contains("Choose where the action stands.");
        assertThat(action().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void the_actions_of_a_closed_plan_stay_as_they_are() {
        String address = address();
        plans.close("a case of " + family);

        assertThat(amina.post(address, Map.of("status", "done")).body()).contains("This plan is closed");
    }

    @Test
    void to_others_and_through_other_families_it_is_not_there() {
        var nina = signedIn.as("nina.shaw");
        assertThat(nina.get(address()).statusCode()).isEqualTo(404);
        assertThat(nina.post(address(), Map.of("status", "done")).statusCode()).isEqualTo(404);

        String own = families.create("south").id();
        involvements.begin(own, "nina.shaw", PracticeRole.SOCIAL_WORKER);
        assertThat(nina.post("/families/" + own + "/actions/" + action().id(), Map.of("status", "done"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(action().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void whoever_opens_an_action_is_logged() {
        amina.get(address());

        assertThat(jdbc.sql("select account_id || ': ' || why from read_log where family_id = ? and what = 'plan'")
                        .param(family)
                        .query(String.class)
                        .list())
                .containsExactly("amina.khan: opened action %d to say where it stands".formatted(action().id()));
    }

    private Action action() {
        return plans.ofFamily(family).get(0).actions().get(0);
    }

    private String address() {
        return "/families/" + family + "/actions/" + action().id();
    }
}
