package org.familypathways.familygroupconference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.familypathways.familygroupconference.ConferenceJourney.COORDINATOR;
import static org.familypathways.familygroupconference.ConferenceJourney.MANAGER;
import static org.familypathways.familygroupconference.ConferenceJourney.SOCIAL_WORKER;

import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Worker;
import org.familypathways.engine.SubmissionRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A part of {@link FamilyGroupConferenceTest}: the co-ordinator cannot go on, and another one takes over. */
abstract class NewCoordinatorStories extends ConferenceStories {

    private static final String NEEDED = "another-co-ordinator-needed";
    private static final String COLLEAGUE = "lou.berg";

    @BeforeEach
    void there_is_a_colleague() {
        workers.join(new Worker(COLLEAGUE, "Lou Berg", null, true));
        workers.give(
                COLLEAGUE,
                PracticeRole.FGC_COORDINATOR,
                teams.find("fgc-area-north").orElseThrow());
    }

    @AfterEach
    void who_leaves() {
        workers.leave(COLLEAGUE);
    }

    @Test
    void gives_the_open_steps_and_all_that_follow_to_the_new_one() {
        var conference = journey.begin()
                .referralIsAccepted()
                .coordinatorIsAllocated()
                .baselineMeetingIsHeld()
                .socialWorkerReports();

        conference.isReported(NEEDED);
        assertThat(conference.told("co-ordinator-needed")).containsExactly(MANAGER);
        assertThat(conference.tasks("prepareChild"))
                .as("until somebody is found")
                .extracting(Task::getAssignee)
                .containsExactly(COORDINATOR);
        clock.setDate(TODAY.plusDays(1));
        handOver(conference, COLLEAGUE);

        assertThat(conference.tasks("prepareNetworkMember"))
                .extracting(Task::getAssignee)
                .containsOnly(COLLEAGUE);
        assertThat(conference.tasks("prepareChild"))
                .extracting(Task::getAssignee)
                .containsExactly(COLLEAGUE);
        assertThat(conference.tasks("arrangeConference"))
                .as("not the administrator's")
                .extracting(Task::getAssignee)
                .containsOnlyNulls();
        assertThat(involvements.inRole(conference.familyId(), PracticeRole.FGC_COORDINATOR))
                .containsExactly(COLLEAGUE);
        assertThat(conference.told("co-ordinator-changed")).contains(COLLEAGUE, SOCIAL_WORKER);
        assertThat(record.fact(conference.instance(), "CoordinatorChanged"))
                .containsEntry("coordinator", COLLEAGUE)
                .containsEntry("reason", "away");
        assertThat(clocks.running("T52", conference.instance()).orElseThrow().startedOn())
                .as("the weeks go on")
                .isEqualTo(TODAY);
        assertThat(conference.ends()).contains("endEvent_coordinatorChanged");

        conference.tasks("prepareNetworkMember").forEach(task -> finish(task, "yes"));
        conference
                .tasks("prepareChild")
                .forEach(task -> work.as(COLLEAGUE)
                        .finish(
                                task,
                                Map.of("visitedOn", TODAY.toString(), "willAttend", "yes", "advocate", "declined")));
        conference.dayIsArranged(TODAY.plusDays(1));
        assertThat(conference.tasks("holdConference"))
                .extracting(Task::getAssignee)
                .containsExactly(COLLEAGUE);
    }

    private void finish(Task task, String willAttend) {
        work.as(COLLEAGUE).finish(task, Map.of("visitedOn", TODAY.toString(), "willAttend", willAttend));
    }

    @Test
    void never_goes_to_somebody_who_is_not_independent() {
        var conference =
                journey.begin().referralIsAccepted().coordinatorIsAllocated().isReported(NEEDED);
        involvements.begin(conference.familyId(), COLLEAGUE, PracticeRole.SOCIAL_WORKER);

        assertThatThrownBy(() -> handOver(conference, COLLEAGUE))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessageContaining("cannot be the co-ordinator");
        assertThat(conference.openTasks()).containsExactly("allocateAnotherCoordinator", "holdBaselineMeeting");
    }

    @Test
    void never_goes_to_the_one_who_has_it() {
        var conference =
                journey.begin().referralIsAccepted().coordinatorIsAllocated().isReported(NEEDED);

        assertThatThrownBy(() -> handOver(conference, COORDINATOR))
                .hasMessage("“Who takes the conference over?” must be one of the answers to choose from.");
    }

    @Test
    void is_not_asked_for_twice_at_once_but_again_later() {
        var conference =
                journey.begin().referralIsAccepted().coordinatorIsAllocated().isReported(NEEDED);

        assertThatThrownBy(() -> conference.isReported(NEEDED))
                .hasMessage("Another co-ordinator is being looked for already.");

        handOver(conference, COLLEAGUE);
        handOver(conference.isReported(NEEDED), COORDINATOR);
        assertThat(conference.tasks("holdBaselineMeeting"))
                .extracting(Task::getAssignee)
                .containsExactly(COORDINATOR);
    }

    @Test
    void cannot_be_asked_for_before_there_is_a_co_ordinator() {
        var conference = journey.begin();

        assertThatThrownBy(() -> conference.isReported(NEEDED))
                .hasMessageStartingWith("No co-ordinator is allocated to family " + conference.familyId());
    }

    private static void handOver(ConferenceJourney.Case conference, String to) {
        conference.does(
                MANAGER,
                "allocateAnotherCoordinator",
                Map.of("coordinator", to, "whyChanged", "away", "handover", "The grandmother is worried"));
    }
}
