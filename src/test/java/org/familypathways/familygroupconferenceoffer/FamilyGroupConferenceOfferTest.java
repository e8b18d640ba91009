package org.familypathways.familygroupconferenceoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.familypathways.familygroupconferenceoffer.OfferJourney.COORDINATOR;
import static org.familypathways.familygroupconferenceoffer.OfferJourney.MANAGER;
import static org.familypathways.familygroupconferenceoffer.OfferJourney.SOCIAL_WORKER;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.familypathways.engine.SubmissionRefused;
import org.familypathways.record.FamilyPlans;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.WalksEveryFlow;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ApplicationTest
@WalksEveryFlow(of = "family-group-conference-offer")
class FamilyGroupConferenceOfferTest extends OfferStories {

    @Nested
    class When_somebody_accepts {

        @Test
        void one_yes_is_enough_and_the_conference_is_prepared_with_consent() {
            String child = journey.child();
            String mother = journey.holder("Ada");
            String father = journey.holder("Ben");
            journey.upToTheAnswerOf(mother, father);

            journey.declines(father, "no-trust");
            journey.accepts(mother);
            journey.consents(mother);
            work.as(COORDINATOR)
                    .complete(
                            journey.taskAbout(child, "userTask_askChild"),
                            Map.of(
                                    "childAgrees",
                                    "agrees",
                                    "askedOn",
                                    journey.today().toString()));

            assertThat(work.openTaskKeys(journey.conference())).contains("userTask_checkReferral");
            assertThat(businessKey(journey.conference())).startsWith("family-group-conference:" + journey.familyId);
            assertThat(journey.facts())
                    .contains(
                            "ConferenceOfferBegun",
                            "ConferenceOffered",
                            "ConferenceAccepted",
                            "ConferenceConsentGiven",
                            "ChildAskedAboutConference")
                    .doesNotContain("ConferenceDeclined");
            assertThat(journey.told())
                    .contains(
                            "conference-offer-made to " + mother,
                            "conference-offer-made to " + father,
                            "offer-accepted to " + mother,
                            "offer-accepted to tom.reid",
                            "offer-accepted to helen.ward",
                            "offer-accepted to " + SOCIAL_WORKER)
                    .doesNotContain("offer-accepted to " + father);
        }

        @Test
        void nothing_but_the_familys_reference_goes_on_to_the_conference() {
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);
            journey.accepts(mother);
            journey.consents(mother);

            assertThat(engine.getHistoryService()
                            .createHistoricVariableInstanceQuery()
                            .processInstanceId(journey.conference())
                            .variableNameIn("personId", "trigger", "offerOutcome", "planMade")
                            .list())
                    .isEmpty();
        }

        @Test
        void the_offer_is_closed_when_the_conference_pathway_has_come_to_its_end() {
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);
            journey.accepts(mother);
            journey.consents(mother);

            work.as(MANAGER)
                    .complete(
                            journey.conference(),
                            "userTask_checkReferral",
                            Map.of("referralDecision", "rejected", "whyRejected", "No social worker is allocated"));

            assertThat(journey.endedAt()).isEqualTo("endEvent_conferenceConcluded");
            assertThat(journey.outcome()).isEqualTo("conference-concluded");
        }

        @Test
        void without_a_signature_there_is_no_conference() {
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);
            journey.accepts(mother);

            journey.doesNotSign(mother);

            assertThat(journey.endedAt()).isEqualTo("endEvent_consentNotGiven");
            assertThat(journey.outcome()).isEqualTo("consent-not-given");
            assertThat(journey.facts()).contains("ConferenceConsentNotGiven");
            assertThat(journey.told()).contains("consent-not-given to " + SOCIAL_WORKER);
        }

        @Test
        void consent_may_be_taken_back_while_the_children_are_asked() {
            journey.child();
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);
            journey.accepts(mother);
            journey.consents(mother);

            journey.consentIsWithdrawn(mother);

            assertThat(journey.endedAt()).isEqualTo("endEvent_consentWithdrawn");
            assertThat(journey.outcome()).isEqualTo("consent-withdrawn");
            assertThat(journey.facts()).contains("ConferenceConsentTakenBack");
            assertThat(journey.told())
                    .contains("consent-withdrawn to " + mother, "consent-withdrawn to " + SOCIAL_WORKER);
        }

        @Test
        void consent_may_be_taken_back_while_others_are_still_to_sign() {
            String mother = journey.holder("Ada");
            String father = journey.holder("Ben");
            journey.upToTheAnswerOf(mother, father);
            journey.accepts(mother);
            journey.accepts(father);
            journey.consents(mother);

            assertThatThrownBy(() -> journey.consentIsWithdrawn(father))
                    .isInstanceOf(SubmissionRefused.class)
                    .hasMessageStartingWith(father + " has signed no consent.");
            journey.consentIsWithdrawn(mother);

            assertThat(journey.endedAt()).isEqualTo("endEvent_consentWithdrawn");
        }

        @Test
        void a_signature_of_tomorrow_is_refused_and_the_task_stays_open() {
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);
            journey.accepts(mother);

            assertThatThrownBy(() -> work.as(COORDINATOR)
                            .complete(
                                    journey.offer,
                                    "userTask_recordConsent",
                                    Map.of(
                                            "consentSigned",
                                            "yes",
                                            "signedOn",
                                            journey.today().plusDays(1).toString())))
                    .isInstanceOf(SubmissionRefused.class)
                    .hasMessage("A consent cannot have been signed in the future.");
            assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_recordConsent");
        }
    }

    @Nested
    class When_nobody_accepts {

        @Test
        void a_no_of_everybody_ends_the_offer_with_the_reason() {
            String mother = journey.holder("Ada");
            String father = journey.holder("Ben");
            journey.upToTheAnswerOf(mother, father);

            journey.declines(mother, "not-the-time");
            clock.plusDays(1);
            journey.declines(father, "no-need");

            assertThat(journey.endedAt()).isEqualTo("endEvent_declined");
            assertThat(journey.outcome()).isEqualTo("declined");
            assertThat(reasonOf("ConferenceDeclined")).isEqualTo("not-the-time");
            assertThat(journey.told())
                    .contains(
                            "offer-declined to tom.reid",
                            "offer-declined to helen.ward",
                            "offer-declined to " + SOCIAL_WORKER);
        }

        @Test
        void who_does_not_answer_is_reminded_once_and_nobody_has_missed_anything() {
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);
            var task = work.task(journey.offer, "userTask_recordAnswer");
            assertThat(day(task)).isEqualTo(LocalDate.of(2026, 3, 16));

            clock.plusDays(7);
            work.fireTimer(journey.offer, "event_reminderDue");
            clock.setDate(LocalDate.of(2026, 3, 18));
            watch.sweep();
            work.fireTimer(journey.offer, "event_answerOverdue");
            watch.sweep();

            assertThat(journey.endedAt()).isEqualTo("endEvent_noResponse");
            assertThat(journey.outcome()).isEqualTo("no-response");
            assertThat(journey.facts()).contains("ConferenceOfferNotAnswered").doesNotContain("TimescaleBreached");
            assertThat(journey.told())
                    .containsOnlyOnce("offer-reminder to " + mother)
                    .contains("offer-no-response to " + SOCIAL_WORKER)
                    .noneMatch(told -> told.startsWith("timescale-"));
            assertThat(journey.missedTimescales()).isZero();
        }

        @Test
        void who_cannot_be_reached_has_not_declined() {
            String mother = journey.holder("Ada");
            journey.initialConferenceHeld();
            journey.contactChecked(mother);

            journey.notReached(mother);

            assertThat(journey.endedAt()).isEqualTo("endEvent_noResponse");
            assertThat(journey.told()).doesNotContain("conference-offer-made to " + mother);
        }

        @Test
        void an_answer_from_before_the_offer_is_refused() {
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);

            assertThatThrownBy(() -> work.as(COORDINATOR)
                            .complete(
                                    journey.offer,
                                    "userTask_recordAnswer",
                                    Map.of("answer", "accepted", "answeredOn", "2026-03-01")))
                    .hasMessage("The answer cannot have come before the offer was made.");
        }

        @Test
        void an_offer_of_tomorrow_is_refused() {
            String mother = journey.holder("Ada");
            journey.initialConferenceHeld();
            journey.contactChecked(mother);

            assertThatThrownBy(() -> work.as(COORDINATOR)
                            .complete(
                                    journey.offer,
                                    "userTask_makeOffer",
                                    Map.of(
                                            "offerMade",
                                            "yes",
                                            "offeredOn",
                                            "2026-03-03",
                                            "offeredBy",
                                            "call",
                                            "interpreter",
                                            "no")))
                    .hasMessage("An offer cannot have been made in the future.");
        }
    }

    @Nested
    class When_nobody_is_known_to_hold_parental_responsibility extends UnknownHoldersStories {}

    @Test
    void a_holder_who_becomes_known_meanwhile_is_asked_too_and_not_before_contact_with_them_is_safe() {
        String mother = journey.holder("Ada");
        journey.initialConferenceHeld();
        String father = journey.holder("Ben");
        journey.contactChecked(mother);
        journey.offered(mother);

        journey.declines(mother, "no-need");

        assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_checkContact");
        journey.contactChecked(father);
        journey.offered(father);
        journey.accepts(father);
        assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_recordConsent");
        assertThat(journey.told()).containsOnlyOnce("conference-offer-made to " + mother);
    }

    @Test
    void an_offer_never_ends_with_nobody_asked_even_when_the_only_holder_has_left_the_network_meanwhile() {
        String mother = journey.holder("Ada");
        journey.initialConferenceHeld();
        jdbc.sql("update network_member set left_network_at = now() where id = :id")
                .param("id", mother)
                .update();

        assertThatThrownBy(() -> journey.contactChecked(mother))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessageStartingWith("Nobody on this family’s record holds parental responsibility any more");
        assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_checkContact");
    }

    @Nested
    class When_contact_could_put_somebody_in_danger {

        @Test
        void nobody_is_offered_anything_until_contact_with_everybody_was_checked() {
            String mother = journey.holder("Ada");
            String father = journey.holder("Ben");
            journey.initialConferenceHeld();

            journey.contactChecked(mother);

            assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_checkContact");
            journey.contactChecked(father);
            assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_makeOffer", "userTask_makeOffer");
        }

        @Test
        void with_domestic_abuse_a_person_is_reached_apart_and_only_at_the_safe_address() {
            String mother = journey.holder("Ada");
            journey.initialConferenceHeld();

            journey.contactChecked(
                    mother,
                    Map.of(
                            "domesticAbuse",
                            "yes",
                            "contactForbidden",
                            "no",
                            "safeContact",
                            "letter",
                            "safeAddress",
                            "c/o Grandmother\n1 High Street"));

            assertThat(network.find(mother)).hasValueSatisfying(person -> {
                assertThat(person.separateContact()).isTrue();
                assertThat(person.safeContact()).isEqualTo("letter");
                assertThat(person.safeAddress()).contains("1 High Street");
            });
        }

        @Test
        void an_order_says_which_and_an_e_mail_says_where() {
            String father = journey.holder("Ben");
            journey.initialConferenceHeld();
            var answers = Map.<String, Object>of(
                    "domesticAbuse", "not-known",
                    "contactForbidden", "yes",
                    "orders", "Non-molestation order until June",
                    "safeContact", "email");

            assertThatThrownBy(() -> journey.contactChecked(father, answers)).hasMessageContaining("e-mail address");
            var complete = new HashMap<>(answers);
            complete.put("safeEmail", "ben@example.org");
            journey.contactChecked(father, complete);

            assertThat(network.find(father)).hasValueSatisfying(person -> {
                assertThat(person.separateContact()).isTrue();
                assertThat(person.email()).isEqualTo("ben@example.org");
            });
        }
    }

    @Nested
    class When_the_family_was_offered_one_not_long_ago {

        @Test
        void a_second_offer_beside_one_that_runs_is_talked_over_first() {
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);

            journey.beginsBy("offered-in-letter", "letter-before-proceedings");

            assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_discussNewOffer");
            journey.discussed("go-on");
            assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_checkContact");
        }

        @Test
        void within_three_months_of_the_last_it_can_be_put_off() {
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);
            journey.declines(mother, "other-help");
            clock.setDate(MONDAY.plusMonths(3).minusDays(1));

            journey.beginsBy("edge-of-care-accepted", "edge-of-care");
            journey.discussed("not-now");

            assertThat(journey.endedAt()).isEqualTo("endEvent_notNow");
            assertThat(journey.outcome()).isEqualTo("not-now");
            assertThat(journey.told()).contains("offer-put-off to " + SOCIAL_WORKER);
        }

        @Test
        void after_three_months_there_is_nothing_to_talk_over_even_when_one_was_put_off_meanwhile() {
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);
            journey.declines(mother, "other-help");
            clock.setDate(MONDAY.plusMonths(2));
            journey.beginsBy("edge-of-care-accepted", "edge-of-care");
            journey.discussed("not-now");

            clock.setDate(MONDAY.plusMonths(3).plusDays(1));
            journey.beginsBy("edge-of-care-accepted", "edge-of-care");

            assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_checkContact");
        }

        @Test
        void a_yes_that_comes_after_the_time_to_answer_is_referred_and_goes_on() {
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);
            clock.setDate(MONDAY.plusDays(15));
            work.fireTimer(journey.offer, "event_answerOverdue");
            assertThat(journey.endedAt()).isEqualTo("endEvent_noResponse");

            journey.offer = work.as(SOCIAL_WORKER)
                    .start(
                            OfferJourney.KEY,
                            Map.of(
                                    "familyReference",
                                    journey.familyId,
                                    "purpose",
                                    "The mother rang: she would like a conference after all",
                                    "familyKnows",
                                    "yes"));
            journey.discussed("go-on");
            journey.contactChecked(mother);
            journey.offered(mother);
            journey.accepts(mother);

            assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_recordConsent");
        }

        @Test
        void another_familys_offer_does_not_count() {
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);
            var other = new OfferJourney(beans);
            other.holder("Eve");

            other.initialConferenceHeld();

            assertThat(work.openTaskKeys(other.offer)).containsExactly("userTask_checkContact");
        }
    }

    @Nested
    class When_it_was_chosen_instead_of_an_initial_conference {

        @Test
        void a_no_of_the_family_calls_for_a_strategy_discussion_at_once() {
            String mother = journey.holder("Ada");
            journey.beginsBy("initial-conference-replaced", "instead-of-initial-conference");
            journey.contactChecked(mother);
            journey.offered(mother);
            assertThat(journey.strategyDiscussions()).isZero();

            journey.declines(mother, "no-trust");

            assertThat(journey.strategyDiscussions()).isOne();
        }

        @Test
        void a_no_to_any_other_offer_calls_for_nothing() {
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);

            journey.declines(mother, "no-trust");

            assertThat(journey.strategyDiscussions()).isZero();
        }

        @Test
        void a_plan_that_was_agreed_leaves_nothing_to_decide() {
            String mother = journey.holder("Ada");
            journey.beginsBy("initial-conference-replaced", "instead-of-initial-conference");
            beans.getBean(FamilyPlans.class)
                    .record(
                            journey.familyId,
                            journey.offer,
                            journey.today(),
                            "Robin stays with Grandmother",
                            List.of());
            journey.contactChecked(mother);

            journey.notReached(mother);

            assertThat(journey.strategyDiscussions()).isZero();
        }
    }

    @Nested
    class When_it_begins extends OfferBeginningStories {}

    @Nested
    class Whoever_makes_the_offer extends OfferIndependenceStories {}
}
