package org.familypathways.familygroupconferenceoffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.familypathways.familygroupconferenceoffer.GroupConferenceOffers.Beginning;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.timescale.Clocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** An authority that offers families a conference as soon as the initial conference is booked. */
@ApplicationTest
class OfferAtBookingTest {

    @Autowired
    BeanFactory beans;

    OfferJourney journey;
    GroupConferenceOffers offers;

    @BeforeEach
    void an_authority_that_has_chosen_so() {
        journey = new OfferJourney(beans);
        offers = new GroupConferenceOffers(
                beans.getBean(OfferRows.class),
                beans.getBean(HolderOffers.class),
                chosen(),
                beans.getBean(OfferNotices.class),
                beans.getBean(ReplacedConference.class),
                beans.getBean(PracticeFacts.class),
                beans.getBean(Clocks.class),
                beans.getBean(Clock.class));
    }

    @Test
    void a_family_is_offered_one_when_the_conference_is_booked_and_not_again_when_it_is_held() {
        assertThat(begin("case 1", OfferTrigger.INITIAL_CONFERENCE_BOOKED)).isEqualTo(new Beginning(true, false));
        assertThat(begin("case 2", OfferTrigger.INITIAL_CONFERENCE)).isEqualTo(new Beginning(false, true));
    }

    @Test
    void a_family_whose_conference_was_booked_before_is_offered_one_when_it_is_held() {
        assertThat(begin("case 1", OfferTrigger.INITIAL_CONFERENCE)).isEqualTo(new Beginning(true, false));
    }

    private Beginning begin(String number, OfferTrigger trigger) {
        return offers.begin(new ConferenceOffer(
                journey.familyId + " " + number, journey.familyId, trigger, null, null, LocalDate.of(2026, 3, 2)));
    }

    private static OfferSettings chosen() {
        var properties =
                new MapConfigurationPropertySource(Map.of("familypathways.conference.offer-timing", "at-booking"));
        return new Binder(properties)
                .bind("familypathways.conference", OfferSettings.class)
                .get();
    }
}
