package org.familypathways.familygroupconferenceoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.familypathways.familygroupconferenceoffer.OfferJourney.ADMINISTRATOR;
import static org.familypathways.familygroupconferenceoffer.OfferJourney.COORDINATOR;
import static org.familypathways.familygroupconferenceoffer.OfferJourney.MANAGER;
import static org.familypathways.familygroupconferenceoffer.OfferJourney.SOCIAL_WORKER;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.engine.SubmissionRefused;
import org.familypathways.record.FamilyPlans;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.record.RecordEntries;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.WalksEveryFlow;
import org.familypathways.testing.Work;
import org.familypathways.timescale.ClockWatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
@WalksEveryFlow(of = "family-group-conference-offer")
class FamilyGroupConferenceOfferTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    BeanFactory beans;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Work work;

    @Autowired
    SettableClock clock;

    @Autowired
    ClockWatch watch;

    @Autowired
    NetworkMembers network;

    @Autowired
    RecordEntries entries;

    @Autowired
    JdbcClient jdbc;

    OfferJourney journey;

    @BeforeEach
    void a_family_on_a_monday() {
        clock.setDate(MONDAY);
        journey = new OfferJourney(beans);
    }

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
    class When_nobody_is_known_to_hold_parental_responsibility {

        @Test
        void somebody_finds_out_who_must_be_asked_before_a_family_of_the_census_is_offered_anything() {
            journey.beginsBy(
                    "initial-conference-held",
                    Map.of("trigger", "census-import", "conferenceHeldOn", "2026-02-20", "planMade", false));
            assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_recordHolders");

            work.as(ADMINISTRATOR)
                    .complete(
                            journey.offer,
                            "userTask_recordHolders",
                            Map.of(
                                    "holders",
                                    List.of(
                                            Map.of(
                                                    "firstName",
                                                    "Ada",
                                                    "lastName",
                                                    "Field",
                                                    "relation",
                                                    "mother",
                                                    "parentalResponsibility",
                                                    true,
                                                    "email",
                                                    "ada@example.org",
                                                    "safeContact",
                                                    "email"),
                                            Map.of("firstName", "Cy", "lastName", "Field", "relation", "uncle")),
                                    "howKnown",
                                    "Birth certificate"));

            assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_checkContact");
            assertThat(network.ofFamily(journey.familyId))
                    .extracting(NetworkMember::displayName, NetworkMember::parentalResponsibility)
                    .containsExactly(tuple("Ada Field", true), tuple("Cy Field", false));
        }

        @Test
        void who_is_on_record_already_is_not_recorded_twice() {
            network.add(
                    journey.familyId, new NewNetworkMember("Ada", "Field", "mother", false, null, null, null, null));
            journey.initialConferenceHeld();

            work.as(ADMINISTRATOR)
                    .complete(
                            journey.offer,
                            "userTask_recordHolders",
                            Map.of(
                                    "holders",
                                    List.of(Map.of(
                                            "firstName",
                                            "ada ",
                                            "lastName",
                                            "Field",
                                            "relation",
                                            "mother",
                                            "parentalResponsibility",
                                            true)),
                                    "howKnown",
                                    "Birth certificate"));

            assertThat(network.ofFamily(journey.familyId))
                    .extracting(NetworkMember::displayName, NetworkMember::parentalResponsibility)
                    .containsExactly(tuple("Ada Field", true));
        }

        @Test
        void a_list_in_which_nobody_holds_it_is_refused() {
            journey.initialConferenceHeld();

            assertThatThrownBy(() -> work.as(ADMINISTRATOR)
                            .complete(
                                    journey.offer,
                                    "userTask_recordHolders",
                                    Map.of(
                                            "holders",
                                            List.of(Map.of(
                                                    "firstName", "Cy", "lastName", "Field", "relation", "uncle")),
                                            "howKnown",
                                            "The school said so")))
                    .isInstanceOf(SubmissionRefused.class)
                    .hasMessageStartingWith("Tick for at least one person");
            assertThat(network.ofFamily(journey.familyId)).isEmpty();
            assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_recordHolders");
        }
    }

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
    class When_it_begins {

        @Test
        void a_booked_conference_leads_to_no_offer_where_offers_follow_the_conference() {
            journey.holder("Ada");

            journey.beginsBy("initial-conference-booked", "initial-conference-booked");

            assertThat(journey.endedAt()).isEqualTo("endEvent_offeredAtOtherTime");
            assertThat(journey.facts()).isEmpty();
            journey.initialConferenceHeld();
            assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_checkContact");
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

    @Nested
    class Whoever_makes_the_offer {

        @Test
        void is_not_from_the_familys_case_team_neither_when_they_take_the_task_nor_when_they_complete_it() {
            var workers = beans.getBean(Workers.class);
            var teams = beans.getBean(Teams.class);
            String account = "co-ordinator-" + journey.familyId.toLowerCase();
            workers.join(new Worker(account, "Both Hats", account + "@example.org", true));
            workers.give(
                    account,
                    PracticeRole.FGC_COORDINATOR,
                    teams.find("fgc-area-north").orElseThrow());
            journey.holder("Ada");
            journey.initialConferenceHeld();
            journey.contactChecked(network.ofFamily(journey.familyId).get(0).id());
            Task task = work.task(journey.offer, "userTask_makeOffer");
            work.as(account).claim(task);

            workers.give(
                    account,
                    PracticeRole.SOCIAL_WORKER,
                    teams.find("case-team-north").orElseThrow());

            assertThatThrownBy(() -> work.as(account).signedIn(() -> {
                        engine.getFormService().submitTaskForm(task.getId(), journey.offerMade());
                        return true;
                    }))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("outside the family’s case team");
            engine.getTaskService().setAssignee(task.getId(), null);
            assertThatThrownBy(() -> work.as(account).claim(task))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("outside the family’s case team");
        }

        @Test
        void does_it_once_even_with_a_double_click() {
            String mother = journey.holder("Ada");
            journey.initialConferenceHeld();
            journey.contactChecked(mother);
            Task task = journey.taskAbout(mother, "userTask_makeOffer");
            work.as(COORDINATOR).complete(task, journey.offerMade());

            assertThatThrownBy(() -> work.as(COORDINATOR).signedIn(() -> {
                        engine.getFormService().submitTaskForm(task.getId(), journey.offerMade());
                        return true;
                    }))
                    .isInstanceOf(SubmissionRefused.class)
                    .hasMessage("This task was already completed by %s.".formatted(COORDINATOR));
            assertThat(journey.facts()).containsOnlyOnce("ConferenceOffered");
            assertThat(journey.told()).containsOnlyOnce("conference-offer-made to " + mother);
        }

        @Test
        void writes_text_that_stays_text() {
            String words = "<script>alert(1)</script> ${execution.processInstanceId} #{1+1} {{familyId}}";
            String mother = journey.holder("Ada");
            journey.upToTheAnswerOf(mother);

            work.as(COORDINATOR)
                    .complete(
                            journey.offer,
                            "userTask_recordAnswer",
                            Map.of(
                                    "answer",
                                    "declined",
                                    "answeredOn",
                                    journey.today().toString(),
                                    "whyDeclined",
                                    "no-reason",
                                    "words",
                                    words));

            assertThat(entries.latest(journey.offer, "userTask_recordAnswer", mother))
                    .hasValueSatisfying(entry -> assertThat(entry.text("words")).isEqualTo(words));
        }
    }

    private String businessKey(String processInstanceId) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult()
                .getBusinessKey();
    }

    private String reasonOf(String fact) {
        return jdbc.sql("select details ->> 'reason' from practice_fact"
                        + " where process_instance_id = :case and type = :fact")
                .param("case", journey.offer)
                .param("fact", fact)
                .query(String.class)
                .single();
    }

    private static LocalDate day(Task task) {
        return task.getDueDate().toInstant().atZone(ZoneId.of("Europe/London")).toLocalDate();
    }
}
