package org.familypathways.familygroupconference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A part of {@link FamilyGroupConferenceTest}: the family must meet within 24 hours, whatever has been prepared. */
abstract class UrgentConferenceStories extends ConferenceStories {

    private static final String URGENT = "urgent-conference-required";

    @Test
    void is_held_within_a_day_without_more_preparation() {
        var conference = journey.begin().referralIsAccepted().coordinatorIsAllocated();

        conference.isReported(URGENT);
        assertThat(conference.openTasks()).containsExactly("arrangeUrgentConference");
        assertThat(conference.told("conference-urgent"))
                .contains(ConferenceJourney.COORDINATOR, ConferenceJourney.MANAGER);
        conference.urgentDayIsArranged(TODAY);

        assertThat(conference.openTasks()).containsExactly("holdConference");
        assertThat(clocks.running("T53", conference.instance())).isPresent();
        assertThat(clocks.running("T50", conference.instance()))
                .as("there will be no baseline meeting")
                .isEmpty();
        conference.conferenceIsHeld();
        assertThat(clocks.running("T53", conference.instance())).isEmpty();
    }

    @Test
    void needs_a_referral_that_is_accepted_and_a_co_ordinator_all_the_same() {
        var conference = journey.begin().isReported(URGENT);
        assertThat(conference.openTasks()).containsExactly("checkReferral");
        assertThat(clocks.running("T53", conference.instance())).isPresent();

        conference.referralIsAccepted().coordinatorIsAllocated();

        assertThat(conference.openTasks()).containsExactly("arrangeUrgentConference");
    }

    @Test
    void may_become_so_while_a_co_ordinator_is_looked_for() {
        var conference = journey.begin().referralIsAccepted().isReported(URGENT);
        assertThat(conference.openTasks()).containsExactly("allocateCoordinator");

        conference.coordinatorIsAllocated();

        assertThat(conference.openTasks()).containsExactly("arrangeUrgentConference");
    }

    @Test
    void may_become_so_when_everything_is_prepared_for_a_later_day() {
        var conference = journey.begin().isPrepared(TODAY.plusWeeks(2)).isReported(URGENT);

        assertThat(conference.openTasks()).containsExactly("arrangeUrgentConference");
        conference.urgentDayIsArranged(TODAY).conferenceIsHeld();
        assertThat(conference.openTasks()).containsExactly("considerPlan");
    }

    @Test
    void may_become_so_while_a_new_day_is_looked_for() {
        var conference = journey.begin()
                .isPrepared(TODAY)
                .conferenceIsNotHeld("new-date")
                .isReported(URGENT);

        assertThat(conference.openTasks()).containsExactly("arrangeUrgentConference");
    }

    @Test
    void keeps_away_whom_a_visit_found_unsafe_though_not_everybody_was_visited() {
        var conference = journey.begin()
                .referralIsAccepted()
                .coordinatorIsAllocated()
                .baselineMeetingIsHeld()
                .socialWorkerReports();
        var visit = conference.tasks("prepareNetworkMember").get(0);
        String unsafe = conference.about(visit);
        conference.prepare(visit, "excluded", Map.of("whyExcluded", "A court order forbids it"));

        conference.isReported(URGENT).urgentDayIsArranged(TODAY);

        assertThat(conference.told("conference-invitation")).isNotEmpty().doesNotContain(unsafe);
    }
}
