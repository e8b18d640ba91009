package org.familypathways.childprotectionenquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.familypathways.childprotectionenquiry.ChildProtectionEnquiryTest.refused;

import java.time.LocalDate;
import org.familypathways.testing.SettableClock;
import org.familypathways.timescale.StatutoryClock.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A part of {@link ChildProtectionEnquiryTest}: a court makes emergency protection orders. */
abstract class EmergencyProtectionOrderStories {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String AFTER_ORDER = "userTask_decideAfterEmergencyProtection";
    private static final String AFTER_EXTENDED_ORDER = "userTask_decideAfterExtendedOrder";
    private static final String WHERE_IS_THE_CHILD = "userTask_confirmSafetyAfterOrder";

    @Autowired
    BeanFactory beans;

    @Autowired
    SettableClock time;

    private EnquiryJourney enquiry;
    private String child = "";

    @BeforeEach
    void is_made() {
        enquiry = new EnquiryJourney(beans);
        child = enquiry.elder;
        enquiry.isCalledFor();
        enquiry.courtMakesAnEmergencyProtectionOrder();
    }

    @Test
    void lasts_eight_days() {
        enquiry.orderIsRecorded(MONDAY.minusDays(1), child);
        assertThat(enquiry.clock("T38").dueOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(enquiry.fact("EmergencyProtectionOrderMade"))
                .containsEntry("childId", child)
                .containsEntry("happenedOn", MONDAY.minusDays(1).toString());
        enquiry.followed(child, AFTER_ORDER, "home");
        assertThat(enquiry.ends()).contains("endEvent_orderFollowed", "endEvent_emergencyProtectionOver");
    }

    @Test
    void that_ended_by_law_leaves_the_question_where_the_child_is() {
        enquiry.orderIsRecorded(MONDAY, child);
        enquiry.timeRunsOut("event_orderExpired");
        enquiry.followed(child, WHERE_IS_THE_CHILD, "order-applied-for");
        assertThat(enquiry.ends()).contains("endEvent_orderExpired");
    }

    @Test
    void can_be_extended_once_to_fifteen_days_from_the_day_it_was_made() {
        enquiry.orderIsRecorded(MONDAY, child);
        time.plusDays(7);
        enquiry.followed(child, AFTER_ORDER, "extended");
        assertThat(enquiry.clock("T38-extended").dueOn()).isEqualTo(LocalDate.of(2026, 3, 17));
        assertThat(enquiry.fact("EmergencyProtectionOrderExtended")).containsEntry("childId", child);
        refused(
                () -> enquiry.followed(child, AFTER_EXTENDED_ORDER, "extended"),
                "“What keeps the child safe from here?” must be one of the answers to choose from.");
        enquiry.followed(child, AFTER_EXTENDED_ORDER, "accommodated");
        assertThat(enquiry.ends()).contains("endEvent_extendedOrderFollowed");
    }

    @Test
    void of_another_day_for_another_child_ends_and_is_extended_by_itself() {
        enquiry.orderIsRecorded(MONDAY, child);
        time.plusDays(3);
        enquiry.courtMakesAnEmergencyProtectionOrder();
        enquiry.orderIsRecorded(MONDAY.plusDays(3), enquiry.younger);
        assertThat(enquiry.clock("T38", child).dueOn()).isEqualTo(MONDAY.plusDays(8));
        assertThat(enquiry.clock("T38", enquiry.younger).dueOn()).isEqualTo(MONDAY.plusDays(11));

        enquiry.followed(child, AFTER_ORDER, "extended");

        assertThat(enquiry.clock("T38-extended", child).dueOn())
                .as("from the day of its own order")
                .isEqualTo(MONDAY.plusDays(15));
        assertThat(enquiry.clock("T38", enquiry.younger).status()).isEqualTo(Status.RUNNING);
    }

    @Test
    void does_not_begin_again_for_a_child_who_is_under_one() {
        enquiry.orderIsRecorded(MONDAY, child);
        enquiry.followed(child, AFTER_ORDER, "extended");
        enquiry.courtMakesAnEmergencyProtectionOrder();
        refused(
                () -> enquiry.orderIsRecorded(MONDAY, child),
                child + " is under an emergency protection order already.");
    }

    @Test
    void that_was_extended_ends_by_law_too() {
        enquiry.orderIsRecorded(MONDAY, child);
        enquiry.followed(child, AFTER_ORDER, "extended");
        enquiry.timeRunsOut("event_extendedOrderExpired");
        enquiry.followed(child, WHERE_IS_THE_CHILD, "family");
        assertThat(enquiry.ends()).contains("endEvent_orderExpired");
    }

    @Test
    void cannot_have_been_made_on_a_day_to_come() {
        refused(
                () -> enquiry.orderIsRecorded(MONDAY.plusDays(1), child),
                "The order cannot have been made on a day that is still to come.");
    }
}
