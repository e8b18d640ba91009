package org.familypathways.childprotectionenquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.Work;
import org.familypathways.timescale.Clocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What an enquiry says to the pathway that offers families a conference of their own. */
@ApplicationTest
class ConferenceInsteadTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String OFFER = "family-group-conference-offer";

    @Autowired
    BeanFactory beans;

    @Autowired
    Work work;

    @Autowired
    SettableClock clock;

    @Autowired
    Clocks clocks;

    EnquiryJourney journey;

    @BeforeEach
    void an_enquiry_about_a_child() {
        clock.setDate(MONDAY);
        journey = new EnquiryJourney(beans);
        journey.strategyDiscussionCalledFor();
        journey.strategyDiscussionHeld();
        journey.enquiryMade();
    }

    @Test
    void nobody_may_choose_a_conference_of_the_family_instead_unless_the_authority_has_permission() {
        journey.outcomeDecided("continuing-risk");

        assertThat(work.openTaskKeys(journey.enquiry)).containsExactly("userTask_requestConference");
    }

    @Test
    void with_permission_it_takes_the_place_and_the_family_is_offered_one() {
        journey.conferenceMayBeReplaced();
        journey.outcomeDecided("continuing-risk");

        journey.conferenceInstead("yes");

        assertThat(work.hasEnded(journey.enquiry)).isTrue();
        assertThat(work.endEvents(journey.enquiry)).contains("endEvent_conferenceReplaced");
        assertThat(clocks.running("T11", journey.enquiry)).isEmpty();
        assertThat(journey.casesOf(OFFER)).hasSize(1);
        assertThat(work.openTaskKeys(journey.casesOf(OFFER).get(0))).containsExactly("userTask_recordHolders");
    }

    @Test
    void where_it_would_not_be_safe_the_initial_conference_is_requested() {
        journey.conferenceMayBeReplaced();
        journey.outcomeDecided("continuing-risk");

        journey.conferenceInstead("no");

        assertThat(work.openTaskKeys(journey.enquiry)).containsExactly("userTask_requestConference");
        assertThat(clocks.running("T11", journey.enquiry)).isPresent();
        assertThat(journey.casesOf(OFFER)).isEmpty();
    }

    @Test
    void a_booked_conference_is_told_and_leads_to_an_offer_only_where_the_authority_offers_at_booking() {
        journey.outcomeDecided("continuing-risk");
        journey.conferenceRequested();

        journey.conferenceBooked(MONDAY.plusDays(10));

        assertThat(journey.casesOf(OFFER)).hasSize(1);
        assertThat(work.endEvents(journey.casesOf(OFFER).get(0))).containsExactly("endEvent_offeredAtOtherTime");
    }
}
