package org.familypathways.childprotectionenquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.familypathways.childprotectionenquiry.ChildProtectionEnquiryTest.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.familypathways.testing.SettableClock;
import org.familypathways.timescale.StatutoryClock.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A part of {@link ChildProtectionEnquiryTest}: the police take children into protection. */
abstract class PoliceProtectionStories {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String DECIDE = "userTask_decideAfterPoliceProtection";
    private static final String WHERE_IS_THE_CHILD = "userTask_confirmSafetyAfterPoliceProtection";

    @Autowired
    BeanFactory beans;

    @Autowired
    SettableClock time;

    private EnquiryJourney enquiry;

    @BeforeEach
    void is_used() {
        enquiry = new EnquiryJourney(beans);
        enquiry.isCalledFor();
        enquiry.policeTakeAChildIntoProtection();
    }

    @Test
    void ends_72_hours_after_it_began_and_a_manager_decides_before() {
        enquiry.policeProtectionIsRecorded(MONDAY.minusDays(1), "23:30", enquiry.elder);
        assertThat(enquiry.clock("T37", enquiry.elder).dueAt())
                .isEqualTo(Instant.parse("2026-03-01T23:30:00Z").plus(Duration.ofHours(72)));
        assertThat(enquiry.fact("PoliceProtectionUsed")).containsEntry("childId", enquiry.elder);
        enquiry.followed(enquiry.elder, DECIDE, "family");
        assertThat(enquiry.ends()).contains("endEvent_policeProtectionFollowed", "endEvent_policeProtectionOver");
        assertThat(enquiry.clock("T37").status()).isEqualTo(Status.MET);
        assertThat(enquiry.openTasks()).as("the enquiry goes on").containsExactly("userTask_holdStrategyDiscussion");
    }

    @Test
    void ends_for_each_child_at_that_childs_own_time() {
        time.setDate(MONDAY.plusDays(1));
        enquiry.policeProtectionIsRecorded(MONDAY, "08:00", enquiry.elder);
        enquiry.policeTakeAChildIntoProtection();
        enquiry.policeProtectionIsRecorded(MONDAY.plusDays(1), "07:15", enquiry.younger);

        assertThat(enquiry.clock("T37", enquiry.elder).dueAt()).isEqualTo("2026-03-05T08:00:00Z");
        assertThat(enquiry.clock("T37", enquiry.younger).dueAt()).isEqualTo("2026-03-06T07:15:00Z");
        assertThat(enquiry.taskAbout(enquiry.younger, DECIDE).getDueDate())
                .isEqualTo(Instant.parse("2026-03-06T07:15:00Z"));
        enquiry.followed(enquiry.elder, DECIDE, "home");
        assertThat(enquiry.clock("T37", enquiry.elder).status()).isEqualTo(Status.MET);
        assertThat(enquiry.clock("T37", enquiry.younger).status()).isEqualTo(Status.RUNNING);
        enquiry.timeRunsOut("event_policeProtectionExpired");
        enquiry.followed(enquiry.younger, WHERE_IS_THE_CHILD, "family");
    }

    @Test
    void of_children_who_are_taken_together_is_decided_for_each() {
        enquiry.policeProtectionIsRecorded(MONDAY.minusDays(1), "10:00", enquiry.elder, enquiry.younger);

        enquiry.followed(enquiry.elder, DECIDE, "order-applied-for");
        assertThat(enquiry.clock("T37", enquiry.younger).status())
                .as("the other child is still protected")
                .isEqualTo(Status.RUNNING);
        assertThat(enquiry.taskAbout(enquiry.younger, DECIDE)).isNotNull();
    }

    @Test
    void does_not_begin_again_for_a_child_who_is_protected() {
        enquiry.policeProtectionIsRecorded(MONDAY.minusDays(1), "10:00", enquiry.elder);
        enquiry.policeTakeAChildIntoProtection();
        refused(
                () -> enquiry.policeProtectionIsRecorded(MONDAY.minusDays(1), "20:00", enquiry.elder),
                enquiry.elder + " is in police protection already.");
    }

    @Test
    void is_for_children_of_the_family_only() {
        refused(
                () -> enquiry.policeProtectionIsRecorded(MONDAY.minusDays(1), "20:00", "C-999999"),
                "“Which children did the police take at that time?” must be one of the answers to choose from.");
    }

    @Test
    void lasts_72_hours_also_in_the_night_when_the_clocks_change() {
        time.setDate(LocalDate.of(2026, 3, 28));
        enquiry.policeProtectionIsRecorded(LocalDate.of(2026, 3, 28), "09:00", enquiry.elder);
        assertThat(enquiry.clock("T37").dueAt()).isEqualTo("2026-03-31T09:00:00Z");
    }

    @Test
    void that_ended_by_law_leaves_the_question_where_the_child_is() {
        enquiry.policeProtectionIsRecorded(MONDAY, "09:00", enquiry.elder);
        enquiry.timeRunsOut("event_policeProtectionExpired");
        assertThat(enquiry.openTasks()).containsExactly(WHERE_IS_THE_CHILD, "userTask_holdStrategyDiscussion");
        enquiry.followed(enquiry.elder, WHERE_IS_THE_CHILD, "home");
        assertThat(enquiry.ends()).contains("endEvent_policeProtectionExpired");
    }

    @Test
    void cannot_have_begun_at_a_time_to_come() {
        refused(
                () -> enquiry.policeProtectionIsRecorded(MONDAY, "23:45", enquiry.elder),
                "Police protection cannot have begun at a time that is still to come.");
        assertThat(enquiry.openTasks()).contains("userTask_recordPoliceProtection");
    }

    @Test
    void outlives_the_enquiry_that_it_was_reported_in() {
        enquiry.policeProtectionIsRecorded(MONDAY, "09:00", enquiry.elder);
        enquiry.discussionIsHeld(Map.of("sectionFortySevenNeeded", "no"));
        assertThat(enquiry.hasEnded()).isFalse();
        enquiry.followed(enquiry.elder, DECIDE, "accommodated");
        assertThat(enquiry.hasEnded()).isTrue();
    }
}
