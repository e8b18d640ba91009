package org.familypathways.familygroupconference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.familypathways.familygroupconference.ConferenceJourney.SERVICE_MANAGER;
import static org.familypathways.familygroupconference.ConferenceJourney.SOCIAL_WORKER;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.SubmissionRefused;
import org.familypathways.timescale.StatutoryClock;
import org.junit.jupiter.api.Test;

/** A part of {@link FamilyGroupConferenceTest}: what becomes of the plan that a family makes. */
abstract class FamilyPlanStories extends ConferenceStories {

    @Test
    void is_turned_down_for_safety_alone() {
        var conference = journey.begin().isPrepared(TODAY).conferenceIsHeld();

        assertThatThrownBy(() -> conference.does(SOCIAL_WORKER, "considerPlan", Map.of("planDecision", "not-agreed")))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessage("“What in the plan is not safe, against which bottom line?” must be answered.");
        conference.does(
                SOCIAL_WORKER,
                "considerPlan",
                Map.of("planDecision", "not-agreed", "whyNotAgreed", "Ada would be alone at night"));

        assertThat(conference.ends()).contains("endEvent_planNotAgreed");
        assertThat(clocks.ofFamily(conference.familyId()))
                .filteredOn(clock -> clock.rule().code().equals("T55"))
                .extracting(StatutoryClock::status)
                .containsExactly(StatutoryClock.Status.STOPPED);
    }

    @Test
    void may_not_come_about() {
        var conference = journey.begin().isPrepared(TODAY).conferenceIsHeld();

        conference.does(
                SOCIAL_WORKER,
                "considerPlan",
                Map.of("planDecision", "no-plan", "whyNoPlan", "The family could not agree"));

        assertThat(conference.ends()).contains("endEvent_noPlanMade");
    }

    @Test
    void that_needs_money_is_decided_by_a_service_manager() {
        var conference = journey.begin().isPrepared(TODAY).conferenceIsHeld();
        conference.does(SOCIAL_WORKER, "considerPlan", conference.agreed("yes"));
        assertThat(conference.openTasks()).containsExactly("decideResources");

        conference.does(
                SERVICE_MANAGER, "decideResources", Map.of("resourcesDecision", "partly", "note", "Half of it"));

        assertThat(conference.facts()).contains("PlanResourcesDecided", "FamilyPlanSent");
    }

    @Test
    void that_needs_money_is_never_decided_by_whoever_considered_it() {
        var conference = journey.begin().isPrepared(TODAY).conferenceIsHeld();
        conference.does(SOCIAL_WORKER, "considerPlan", conference.agreed("yes"));
        var decision = conference.tasks("decideResources").get(0);
        workers.give(
                SOCIAL_WORKER,
                PracticeRole.SERVICE_MANAGER,
                teams.find("senior-management").orElseThrow());
        try {
            assertThatThrownBy(() -> work.as(SOCIAL_WORKER).claim(decision))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining(OTHER_THAN_WHO_CONSIDERED);

            isPutIntoTheHandsOf(SOCIAL_WORKER, decision);
            assertThatThrownBy(() -> work.as(SOCIAL_WORKER)
                            .finish(decision, Map.of("resourcesDecision", "partly", "note", "Half of it")))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining(OTHER_THAN_WHO_CONSIDERED);
        } finally {
            workers.take(SOCIAL_WORKER, PracticeRole.SERVICE_MANAGER, "senior-management");
        }

        assertThat(conference.openTasks()).containsExactly("decideResources");
        assertThat(conference.facts()).doesNotContain("PlanResourcesDecided");
    }

    /** Past every door, so that completion alone has to notice. */
    private void isPutIntoTheHandsOf(String account, Task task) {
        jdbc.sql("update act_ru_task set assignee_ = :account where id_ = :task")
                .param("account", account)
                .param("task", task.getId())
                .update();
    }

    @Test
    void without_an_action_is_none() {
        var conference = journey.begin().isPrepared(TODAY).conferenceIsHeld();
        var answers = new LinkedHashMap<>(conference.agreed("no"));
        answers.remove("actions");

        assertThatThrownBy(() -> conference.does(SOCIAL_WORKER, "considerPlan", answers))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessage("A plan needs at least one action: say what is to be done and who does it.");
    }

    @Test
    void goes_on_after_a_review_and_is_reviewed_again_eight_weeks_later() {
        var conference = journey.begin().hasAPlan();
        clock.setDate(TODAY.plusWeeks(7));

        conference.timeComes("event_reviewDue").reviewIsHeld("continue");

        assertThat(clocks.running("T55", conference.instance()).orElseThrow().dueOn())
                .isEqualTo(TODAY.plusWeeks(15));
        assertThat(conference.isWaitingFor("event_reviewRequested")).isTrue();
    }

    @Test
    void changes_when_the_family_asks_for_a_review_and_the_change_is_safe() {
        var conference = journey.begin().hasAPlan();

        conference.isReported("review-requested").reviewIsHeld("amend");
        conference.does(SOCIAL_WORKER, "considerAmendedPlan", Map.of("amendmentSafe", "yes"));

        assertThat(plans.current(conference.instance()).orElseThrow().summary())
                .isEqualTo("Nan comes every second weekend");
        assertThat(plans.ofFamily(conference.familyId())).hasSize(2);
    }

    @Test
    void stays_as_it_was_when_the_change_is_not_safe() {
        var conference = journey.begin().hasAPlan();

        conference.isReported("review-requested").reviewIsHeld("amend");
        conference.does(
                SOCIAL_WORKER, "considerAmendedPlan", Map.of("amendmentSafe", "no", "why", "Ada would be alone"));

        assertThat(plans.current(conference.instance()).orElseThrow().summary()).isEqualTo("Nan comes every weekend");
    }

    @Test
    void whose_actions_are_late_is_brought_to_the_workers_notice() {
        var conference = journey.begin().hasAPlan();
        clock.setDate(TODAY.plusDays(10));

        conference.timeComes("event_planCheckDue").actionsAreChecked();

        assertThat(conference.told("action-overdue")).contains(SOCIAL_WORKER);
        assertThat(detail(conference, "PlanActionsChecked", "overdue")).isEqualTo("1");
    }
}
