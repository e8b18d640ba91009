package org.familypathways.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.familypathways.referral.ReferralJourney.ACKNOWLEDGEMENT;
import static org.familypathways.referral.ReferralJourney.CHECKS;
import static org.familypathways.referral.ReferralJourney.DECISION;
import static org.familypathways.referral.ReferralJourney.MANAGER;
import static org.familypathways.referral.ReferralJourney.OFFICER;
import static org.familypathways.referral.ReferralJourney.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.familypathways.engine.SubmissionRefused;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.OnRecord;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.WalksEveryFlow;
import org.familypathways.testing.Work;
import org.familypathways.timescale.ClockStage;
import org.familypathways.timescale.ClockWatch;
import org.familypathways.timescale.StatutoryClock.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
@WalksEveryFlow(of = "referral")
class ReferralTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    BeanFactory beans;

    @Autowired
    Work work;

    @Autowired
    OnRecord record;

    @Autowired
    SettableClock time;

    @Autowired
    ClockWatch watch;

    ReferralJourney referral;

    @BeforeEach
    void a_contact_on_a_monday() {
        time.setDate(MONDAY);
        referral = new ReferralJourney(beans);
    }

    @Test
    void the_whole_life_of_a_referral() {
        referral.saying("thresholdClear", "no").arrives();
        assertThat(referral.openTasks()).containsExactly(ACKNOWLEDGEMENT, CHECKS);

        referral.checksAreMade();
        referral.managerDecides("more-checks");
        assertThat(referral.openTasks()).containsExactly(ACKNOWLEDGEMENT, CHECKS);

        referral.checksAreMade();
        time.plusDays(1);
        referral.managerDecides("assessment");
        assertThat(referral.openTasks()).containsExactly(ACKNOWLEDGEMENT);
        assertThat(referral.told("referral-outcome")).containsExactly("tom.reid");

        time.plusDays(1);
        referral.referrerIsAcknowledged();
        assertThat(referral.hasEnded()).isTrue();
        assertThat(referral.ends())
                .containsExactlyInAnyOrder(
                        "endEvent_noDanger", "endEvent_assessmentAccepted", "endEvent_referrerAcknowledged");
        assertThat(referral.clock("T01").metOn()).isEqualTo(MONDAY.plusDays(1));
        assertThat(referral.clock("T03").metOn()).isEqualTo(MONDAY.plusDays(2));
        assertThat(record.facts(referral.referral, "TimescaleMet"))
                .extracting(fact -> fact.get("inTime"))
                .containsExactly(true, true);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            no-further-action,      endEvent_noFurtherAction,            true
            information-and-advice, endEvent_adviceGiven,                false
            early-help,             endEvent_earlyHelp,                  false
            assessment,             endEvent_assessmentAccepted,         false
            strategy-discussion,    endEvent_strategyDiscussionNeeded,   false
            transfer,               endEvent_transferred,                false
            other,                  endEvent_otherResponse,              false
            """)
    void a_manager_decides_what_the_child_needs(String outcome, String end, boolean noFurtherAction) {
        referral.arrives();
        referral.managerDecides(outcome);
        referral.referrerIsAcknowledged();

        assertThat(referral.ends()).contains(end);
        assertThat(referral.hasEnded()).isTrue();
        assertThat(referral.decided())
                .containsEntry("outcome", outcome)
                .containsEntry("noFurtherAction", noFurtherAction)
                .containsEntry("childId", referral.child().id());
        assertThat(referral.clock("T01").status()).isEqualTo(Status.MET);
    }

    @Test
    void a_referrer_who_cannot_be_reached_keeps_nobody_waiting() {
        referral.arrives();
        referral.referrerCannotBeReached();
        assertThat(referral.clock("T03").metOn()).isEqualTo(MONDAY);
        assertThat(referral.openTasks()).containsExactly(DECISION);
    }

    @Nested
    class When_the_child_may_be_in_danger {

        @Test
        void a_strategy_discussion_is_called_for_at_once_and_waits_for_nothing() {
            referral.saying("dangerNow", "yes").saying("thresholdClear", "no").arrives();

            assertThat(referral.openTasks()).containsExactly(ACKNOWLEDGEMENT, CHECKS);
            assertThat(referral.enquiries()).hasSize(1);
            assertThat(work.openTaskKeys(referral.enquiries().get(0)))
                    .containsExactly("userTask_holdStrategyDiscussion");
            assertThat(referral.told("strategy-discussion-needed")).containsExactly("tom.reid");
            assertThat(record.fact(referral.referral, "StrategyDiscussionCalled"))
                    .containsEntry("happenedOn", MONDAY.toString());
        }

        @Test
        void deciding_for_a_strategy_discussion_does_not_call_for_it_twice() {
            referral.saying("dangerNow", "yes").arrives();
            referral.managerDecides("strategy-discussion");

            assertThat(referral.ends())
                    .contains("endEvent_strategyDiscussionCalled", "endEvent_strategyDiscussionUnderWay")
                    .doesNotContain("endEvent_strategyDiscussionNeeded");
            assertThat(referral.enquiries()).hasSize(1);
            assertThat(referral.told("strategy-discussion-needed")).hasSize(1);
        }

        @Test
        void danger_that_becomes_known_later_calls_for_it_whatever_stage_the_referral_is_at() {
            referral.saying("thresholdClear", "no").arrives();
            time.plusDays(1);

            assertThat(referral.dangerIsReported()).isTrue();

            assertThat(referral.enquiries()).hasSize(1);
            assertThat(referral.openTasks()).as("the referral goes on").containsExactly(ACKNOWLEDGEMENT, CHECKS);
            assertThat(record.fact(referral.referral, "StrategyDiscussionCalled"))
                    .containsEntry("happenedOn", MONDAY.plusDays(1).toString());
            referral.checksAreMade();
            referral.managerDecides("strategy-discussion");
            assertThat(referral.ends()).contains("endEvent_strategyDiscussionUnderWay");
            assertThat(referral.enquiries()).hasSize(1);
        }

        @Test
        void danger_reported_again_reaches_the_enquiry_that_is_under_way() {
            referral.saying("dangerNow", "yes").arrives();
            referral.dangerIsReported();

            assertThat(referral.enquiries()).hasSize(1);
            assertThat(work.openTaskKeys(referral.enquiries().get(0)))
                    .containsExactly("userTask_considerFurtherConcern", "userTask_holdStrategyDiscussion");
        }

        @Test
        void nobody_waits_for_a_report_about_a_referral_that_has_ended() {
            referral.arrives();
            referral.managerDecides("no-further-action");
            referral.referrerIsAcknowledged();
            assertThat(referral.dangerIsReported()).isFalse();
        }
    }

    @Nested
    class When_time_passes {

        @ParameterizedTest
        @CsvSource(textBlock = """
                # received,  decide by,  acknowledge by
                2026-03-02,  2026-03-03, 2026-03-05
                # a Friday
                2026-03-06,  2026-03-09, 2026-03-11
                # a Saturday
                2026-03-07,  2026-03-09, 2026-03-11
                # the Thursday before Easter
                2026-04-02,  2026-04-07, 2026-04-09
                # Christmas Eve
                2026-12-24,  2026-12-29, 2026-12-31
                """)
        void working_days_count_from_the_day_the_contact_arrived(
                LocalDate received, LocalDate decideBy, LocalDate acknowledgeBy) {
            time.setDate(received);
            referral.saying("receivedOn", received.toString()).arrives();
            assertThat(referral.clock("T01").dueOn()).isEqualTo(decideBy);
            assertThat(referral.clock("T03").dueOn()).isEqualTo(acknowledgeBy);
            assertThat(referral.task(DECISION).getDueDate())
                    .isEqualTo(java.util.Date.from(referral.clock("T01").dueAt()));
        }

        @Test
        void a_decision_that_is_late_becomes_urgent_and_goes_on() {
            referral.arrives();
            time.setDate(MONDAY.plusDays(2));
            watch.sweep();

            assertThat(referral.task(DECISION).getPriority()).isEqualTo(ClockStage.BREACHED.priority());
            referral.managerDecides("early-help");
            assertThat(referral.clock("T01").isBreached()).isTrue();
            assertThat(record.facts(referral.referral, "TimescaleMet"))
                    .anySatisfy(fact ->
                            assertThat(fact).containsEntry("code", "T01").containsEntry("inTime", false));
        }

        @Test
        void a_contact_that_is_written_down_late_has_used_up_its_time() {
            referral.saying("receivedOn", MONDAY.minusDays(3).toString()).arrives();
            assertThat(referral.clock("T01").dueOn()).isEqualTo(MONDAY);
        }

        @Test
        void a_contact_cannot_have_arrived_on_a_day_to_come() {
            referral.saying("receivedOn", MONDAY.plusDays(1).toString());
            assertThatThrownBy(referral::arrives)
                    .isInstanceOf(SubmissionRefused.class)
                    .hasMessage("The contact cannot have arrived on a day that is still to come.");
        }
    }

    @Nested
    class When_the_child_may_be_on_record {

        @Test
        void a_child_who_is_not_known_gets_a_family_of_their_own() {
            referral.arrives();
            var other = new ReferralJourney(beans).arrives();

            assertThat(referral.variable("childAlreadyKnown")).isEqualTo(false);
            assertThat(other.familyId()).isNotEqualTo(referral.familyId());
        }

        @Test
        void a_child_who_is_known_by_name_and_birthday_stays_one_child() {
            referral.arrives();
            time.setDate(MONDAY.plusMonths(3));
            var again =
                    referral.aboutTheSameChild().saying("firstName", "ROBIN").arrives();

            assertThat(again.child()).isEqualTo(referral.child());
            assertThat(again.familyId()).isEqualTo(referral.familyId());
            assertThat(again.variable("childAlreadyKnown")).isEqualTo(true);
            assertThat(again.variable("reReferral")).isEqualTo(true);
            again.managerDecides("early-help");
            assertThat(again.decided()).containsEntry("reReferral", true);
        }

        @Test
        void a_child_who_was_referred_more_than_a_year_ago_is_not_referred_again() {
            referral.arrives();
            time.setDate(MONDAY.plusMonths(13));
            var later = referral.aboutTheSameChild().arrives();
            assertThat(later.variable("childAlreadyKnown")).isEqualTo(true);
            assertThat(later.variable("reReferral")).isEqualTo(false);
        }

        @Test
        void the_authoritys_number_finds_a_child_whose_name_is_spelt_differently() {
            String number = "LA" + System.nanoTime();
            referral.saying("laChildId", number).arrives();
            var again = referral.aboutTheSameChild()
                    .saying("lastName", "Medow")
                    .saying("birthDate", "2018-05-15")
                    .arrives();
            assertThat(again.child()).isEqualTo(referral.child());
        }

        @Test
        void another_birthday_is_another_child() {
            referral.arrives();
            var other = referral.aboutTheSameChild()
                    .saying("birthDate", "2018-05-15")
                    .arrives();
            assertThat(other.familyId()).isNotEqualTo(referral.familyId());
            assertThat(other.variable("childAlreadyKnown")).isEqualTo(false);
        }

        @Test
        void a_child_who_is_not_born_yet_is_referred_with_the_expected_date() {
            referral.without("firstName")
                    .without("birthDate")
                    .saying("born", "unborn")
                    .saying("expectedBirthDate", "2026-06-01")
                    .arrives();
            assertThat(referral.child().expectedBirthDate()).isEqualTo("2026-06-01");
            assertThat(referral.child().birthDate()).isNull();
        }

        @Test
        void two_people_who_refer_the_same_child_at_the_same_moment_make_one_child() throws Exception {
            var contacts = List.of(referral, referral.aboutTheSameChild());
            var together = new CyclicBarrier(2);
            var hands = Executors.newFixedThreadPool(2);
            try {
                var calls = contacts.stream()
                        .map(contact -> hands.submit(() -> {
                            together.await();
                            return contact.arrives();
                        }))
                        .toList();
                for (var call : calls) {
                    call.get();
                }
            } finally {
                hands.shutdown();
            }

            assertThat(contacts.get(0).child()).isEqualTo(contacts.get(1).child());
            assertThat(Stream.of(contacts.get(0), contacts.get(1))
                            .map(contact -> contact.variable("childAlreadyKnown")))
                    .containsExactlyInAnyOrder(true, false);
            assertThat(record.cases(referral.familyId(), ReferralJourney.KEY)).hasSize(2);
        }
    }

    @Nested
    class Who_does_what {

        @Test
        void an_officer_cannot_decide_and_a_manager_elsewhere_cannot_either() {
            referral.arrives();
            var task = referral.task(DECISION);
            for (String account : List.of(OFFICER, "tom.reid", "ruth.king")) {
                assertThatThrownBy(() -> work.as(account).complete(task, decision("early-help")))
                        .as(account)
                        .isInstanceOf(AuthorizationException.class);
            }
            assertThat(referral.openTasks()).contains(DECISION);
        }

        @Test
        void nobody_completes_a_task_that_they_have_not_claimed() {
            referral.arrives();
            var task = referral.task(DECISION);
            assertThatThrownBy(() -> referral.managerSends(task, decision("early-help")))
                    .hasMessageContaining("Claim this task before you complete it.");
        }

        @Test
        void a_conference_chair_takes_no_contact_in() {
            assertThatThrownBy(() -> work.as("helen.ward").start(ReferralJourney.KEY, decision("early-help")))
                    .isInstanceOf(AuthorizationException.class);
        }

        @Test
        void the_record_names_who_decided() {
            referral.arrives();
            referral.managerDecides("early-help");
            assertThat(referral.written(DECISION).author()).isEqualTo(MANAGER);
            assertThat(referral.written("startEvent_contactReceived").author()).isEqualTo(OFFICER);
        }
    }
}
