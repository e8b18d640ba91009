package org.familypathways.familygroupconferenceoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.familypathways.familygroupconferenceoffer.OfferJourney.ADMINISTRATOR;
import static org.familypathways.familygroupconferenceoffer.OfferJourney.SOCIAL_WORKER;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.engine.SubmissionRefused;
import org.junit.jupiter.api.Test;

/** A part of {@link FamilyGroupConferenceOfferTest}: what leads to an offer. */
abstract class OfferBeginningStories extends OfferStories {

    @Test
    void a_booked_conference_leads_to_an_offer_of_which_the_authority_has_decided() {
        journey.holder("Ada");

        journey.beginsBy("initial-conference-booked", "initial-conference-booked");

        assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_checkContact");
    }

    @Test
    void an_administrator_of_the_service_may_make_it_too() {
        String mother = journey.holder("Ada");
        journey.initialConferenceHeld();
        journey.contactChecked(mother);

        work.as(ADMINISTRATOR).complete(journey.offer, "userTask_makeOffer", journey.offerMade());

        assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_recordAnswer");
    }

    @Test
    void a_social_worker_refers_a_family_that_they_work_with() {
        journey.holder("Ada");

        journey.offer = work.as(SOCIAL_WORKER).start(OfferJourney.KEY, referral(" " + journey.familyId + " "));

        assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_checkContact");
        assertThat(entries.latest(journey.offer, "startEvent_familyReferred"))
                .hasValueSatisfying(entry -> assertThat(entry.familyId()).isEqualTo(journey.familyId));
    }

    @Test
    void a_family_that_does_not_exist_and_one_of_others_get_the_same_answer() {
        assertThatThrownBy(() -> work.as("nina.shaw").start(OfferJourney.KEY, referral("F-999999")))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessage("You work with no family F-999999. Look for the reference on the family’s record.");
        assertThatThrownBy(() -> work.as("nina.shaw").start(OfferJourney.KEY, referral(journey.familyId)))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessage("You work with no family %s. Look for the reference on the family’s record."
                        .formatted(journey.familyId));
    }

    @Test
    void a_restricted_family_is_referred_only_by_those_who_are_named() {
        work.as("tom.reid").signedIn(() -> {
            beans.getBean(FamilyRestrictions.class)
                    .restrict(journey.familyId, "Staff relative", Set.of("tom.reid", "ruth.king"));
            return true;
        });

        assertThatThrownBy(() -> work.as(SOCIAL_WORKER).start(OfferJourney.KEY, referral(journey.familyId)))
                .isInstanceOf(SubmissionRefused.class);
    }

    @Test
    void who_is_no_worker_of_a_case_team_refers_nobody() {
        assertThatThrownBy(() -> work.as("raj.patel").start(OfferJourney.KEY, referral(journey.familyId)))
                .isInstanceOf(AuthorizationException.class);
    }

    private Map<String, Object> referral(String family) {
        return Map.of("familyReference", family, "purpose", "Who looks after Robin at night", "familyKnows", "yes");
    }
}
