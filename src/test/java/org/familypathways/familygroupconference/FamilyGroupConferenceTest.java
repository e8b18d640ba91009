package org.familypathways.familygroupconference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.familypathways.familygroupconference.ConferenceJourney.ADMINISTRATOR;
import static org.familypathways.familygroupconference.ConferenceJourney.COORDINATOR;
import static org.familypathways.familygroupconference.ConferenceJourney.MANAGER;
import static org.familypathways.familygroupconference.ConferenceJourney.SOCIAL_WORKER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.SubmissionRefused;
import org.familypathways.record.NetworkMember;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.WalksEveryFlow;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What may become of a conference, from consent to the closed plan. */
@ApplicationTest
@WalksEveryFlow(of = "family-group-conference")
class FamilyGroupConferenceTest extends ConferenceStories {

    @Test
    void a_family_meets_makes_a_plan_and_closes_it_at_the_review() {
        var conference = journey.begin();
        assertThat(conference.openTasks()).containsExactly("checkReferral");

        conference.referralIsAccepted().coordinatorIsAllocated();
        assertThat(involvements.inRole(conference.familyId(), PracticeRole.FGC_COORDINATOR))
                .containsExactly(COORDINATOR);

        conference.baselineMeetingIsHeld().socialWorkerReports();
        assertThat(conference.openTasks())
                .containsExactly("arrangeConference", "prepareChild", "prepareNetworkMember", "prepareNetworkMember");

        conference.everybodyIsPrepared().dayIsArranged(TODAY.plusDays(3));
        clock.setDate(TODAY.plusDays(3));
        conference.conferenceIsHeld().planIsAgreed();
        assertThat(plans.current(conference.instance())).hasValueSatisfying(plan -> {
            assertThat(plan.summary()).isEqualTo("Nan comes every weekend");
            assertThat(plan.actions()).hasSize(1);
        });
        assertThat(conference.openTasks()).containsExactly("askForFeedback");

        conference.does(ADMINISTRATOR, "askForFeedback", Map.of("askedOf", List.of("family", "children")));
        conference.timeComes("event_planCheckDue").actionsAreChecked();
        conference.timeComes("event_reviewDue").reviewIsHeld("close");

        assertThat(conference.isOver()).isTrue();
        assertThat(conference.ends()).contains("endEvent_planCompleted", "endEvent_conferenceCompleted");
        assertThat(plans.current(conference.instance())).isEmpty();
        assertThat(involvements.inRole(conference.familyId(), PracticeRole.FGC_COORDINATOR))
                .isEmpty();
        assertThat(conference.facts())
                .containsSubsequence(
                        "ConferenceReferralMade",
                        "CoordinatorAllocated",
                        "BaselineMeetingHeld",
                        "ConferenceBooked",
                        "FamilyGroupConferenceHeld",
                        "FamilyPlanAgreed",
                        "FamilyPlanSent",
                        "PlanActionsChecked",
                        "ReviewConferenceHeld",
                        "FamilyPlanClosed");
    }

    @Nested
    class The_referral {

        @Test
        void is_acknowledged_with_the_place_on_the_waiting_list() {
            var conference = journey.begin();

            assertThat(conference.told("conference-acknowledged"))
                    .as("the team manager and the mother; nobody was allocated when it began")
                    .hasSize(2);
        }

        @Test
        void cannot_be_accepted_while_no_social_worker_is_allocated() {
            var conference = journey.beginWithoutSocialWorker();

            assertThatThrownBy(conference::referralIsAccepted)
                    .isInstanceOf(SubmissionRefused.class)
                    .hasMessage(
                            "The referral cannot be accepted: no social worker is allocated to family %s. The team"
                                    + " manager allocates one on the family’s page.",
                            conference.familyId());
            assertThat(conference.openTasks()).containsExactly("checkReferral");
        }

        @Test
        void may_be_turned_down_with_a_reason() {
            var conference = journey.begin();

            conference.does(
                    MANAGER,
                    "checkReferral",
                    Map.of("referralDecision", "rejected", "whyRejected", "The plan is missing"));

            assertThat(conference.ends()).contains("endEvent_referralNotAccepted");
            assertThat(conference.told("conference-referral-not-accepted")).contains(SOCIAL_WORKER);
        }
    }

    @Nested
    class The_co_ordinator {

        @Test
        void is_never_somebody_who_had_another_part_in_the_case() {
            var conference = journey.begin().referralIsAccepted();
            involvements.begin(conference.familyId(), COORDINATOR, PracticeRole.SOCIAL_WORKER);

            assertThatThrownBy(conference::coordinatorIsAllocated)
                    .isInstanceOf(SubmissionRefused.class)
                    .hasMessageContaining("cannot be the co-ordinator");
            assertThat(conference.openTasks()).containsExactly("allocateCoordinator");
        }

        @Test
        void is_never_somebody_from_the_case_team() {
            var conference = journey.begin().referralIsAccepted();

            assertThatThrownBy(
                            () -> conference.does(MANAGER, "allocateCoordinator", Map.of("coordinator", SOCIAL_WORKER)))
                    .isInstanceOf(SubmissionRefused.class)
                    .hasMessageContaining("must be one of the answers to choose from");
        }

        @Test
        void is_never_somebody_who_is_also_a_social_worker_of_the_case_team() {
            var conference = journey.begin().referralIsAccepted();
            var caseTeam = teams.find("case-team-north").orElseThrow();
            workers.give(COORDINATOR, PracticeRole.SOCIAL_WORKER, caseTeam);
            try {
                assertThatThrownBy(conference::coordinatorIsAllocated)
                        .isInstanceOf(SubmissionRefused.class)
                        .hasMessageContaining("cannot be the co-ordinator");
                assertThat(conference.openTasks()).containsExactly("allocateCoordinator");
            } finally {
                workers.take(COORDINATOR, PracticeRole.SOCIAL_WORKER, caseTeam.id());
            }

            conference.coordinatorIsAllocated();
        }

        @Test
        void finds_the_steps_in_their_own_hands() {
            var conference = journey.begin().referralIsAccepted().coordinatorIsAllocated();

            assertThat(conference.tasks("holdBaselineMeeting"))
                    .extracting(Task::getAssignee)
                    .containsExactly(COORDINATOR);
        }

        @Test
        void has_the_days_of_the_baseline_meeting_and_the_weeks_of_the_preparation_from_the_very_beginning() {
            var conference = journey.begin().referralIsAccepted();
            clock.setDate(TODAY.plusDays(2));
            conference.coordinatorIsAllocated();

            assertThat(clocks.running("T50", conference.instance())
                            .orElseThrow()
                            .startedOn())
                    .as("the day on which the referral was accepted")
                    .isEqualTo(TODAY);
            clock.setDate(TODAY.plusDays(4));
            conference.baselineMeetingIsHeld().socialWorkerReports();
            assertThat(conference.tasks("prepareNetworkMember")).hasSize(2);
            assertThat(clocks.running("T51", conference.instance())
                            .orElseThrow()
                            .startedOn())
                    .as("the day on which the co-ordinator was allocated")
                    .isEqualTo(TODAY.plusDays(2));
        }

        @Test
        void explains_when_eight_weeks_are_not_enough_and_goes_on_preparing() {
            var conference = journey.begin().referralIsAccepted().coordinatorIsAllocated();

            conference.timeComes("event_preparationOverdue");
            conference.does(MANAGER, "explainDelay", Map.of("whyLate", "family-not-ready", "next", "A month more"));

            assertThat(conference.openTasks()).containsExactly("holdBaselineMeeting");
        }
    }

    @Nested
    class Somebody_who_would_not_be_safe {

        @Test
        void is_kept_away_and_never_invited() {
            var conference = journey.begin()
                    .referralIsAccepted()
                    .coordinatorIsAllocated()
                    .baselineMeetingIsHeld()
                    .socialWorkerReports();
            var tasks = conference.tasks("prepareNetworkMember");
            conference.prepare(tasks.get(0), "excluded", Map.of("whyExcluded", "A court order forbids it"));
            conference.dayIsArranged(TODAY.plusDays(3)).everybodyIsPrepared();

            var away = people.ofFamily(conference.familyId()).stream()
                    .filter(person -> person.excludedBecause() != null)
                    .map(NetworkMember::id)
                    .toList();
            assertThat(away).hasSize(1);
            assertThat(conference.told("conference-invitation")).doesNotContainAnyElementsOf(away);
        }
    }

    @Nested
    class The_day {

        @Test
        void is_never_in_the_past() {
            var conference = preparedButForTheDay();

            assertThatThrownBy(() -> conference.dayIsArranged(TODAY.minusDays(1)))
                    .isInstanceOf(SubmissionRefused.class)
                    .hasMessage("The conference cannot be booked for Sunday 22 November 2026, which is past.");
        }

        @Test
        void is_later_than_eight_weeks_only_with_a_reason() {
            var conference = preparedButForTheDay();

            assertThatThrownBy(() -> conference.dayIsArranged(TODAY.plusWeeks(8).plusDays(1)))
                    .isInstanceOf(SubmissionRefused.class)
                    .hasMessage("The conference is due by Monday 18 January 2027; say why it is later.");

            conference.does(
                    ADMINISTRATOR, "arrangeConference", conference.day(TODAY.plusWeeks(9), "Nan is in hospital"));
        }

        @Test
        void may_change_as_often_as_the_family_needs() {
            var conference = journey.begin().isPrepared(TODAY);

            conference.conferenceIsNotHeld("new-date").newDayIsSet(TODAY.plusDays(2));

            assertThat(conference.openTasks()).containsExactly("holdConference");
            assertThat(conference.facts())
                    .filteredOn("ConferenceBooked"::equals)
                    .hasSize(2);
        }

        private ConferenceJourney.Case preparedButForTheDay() {
            return journey.begin()
                    .referralIsAccepted()
                    .coordinatorIsAllocated()
                    .baselineMeetingIsHeld()
                    .socialWorkerReports();
        }
    }

    @Nested
    class The_conference {

        @Test
        void ends_when_the_family_no_longer_wants_it() {
            var conference = journey.begin().isPrepared(TODAY).conferenceIsNotHeld("family-choice");

            assertThat(conference.ends()).contains("endEvent_notHeldFamilyChoice");
        }

        @Test
        void ends_when_it_would_not_be_safe() {
            var conference = journey.begin().isPrepared(TODAY).conferenceIsNotHeld("unsafe");

            assertThat(conference.ends()).contains("endEvent_notHeldUnsafe");
            assertThat(conference.facts()).contains("FamilyGroupConferenceNotHeld");
        }

        @Test
        void leaves_the_family_alone_and_keeps_nothing_but_when() {
            var conference = journey.begin().isPrepared(TODAY);

            var without = new LinkedHashMap<>(conference.held("13:00", "14:30"));
            without.remove("privateTimeFrom");
            without.remove("privateTimeUntil");
            assertThatThrownBy(() -> conference.does(COORDINATOR, "holdConference", without))
                    .isInstanceOf(SubmissionRefused.class)
                    .hasMessage(
                            "Say when private family time began and ended, or why there was no private family time.");
            assertThatThrownBy(() -> conference.does(COORDINATOR, "holdConference", conference.held("14:30", "13:00")))
                    .hasMessage("Private family time cannot have ended before it began.");

            conference.conferenceIsHeld();

            assertThat(detail(conference, "FamilyGroupConferenceHeld", "privateMinutes"))
                    .isEqualTo("90");
        }

        @Test
        void may_be_held_without_private_family_time_when_somebody_says_why() {
            var conference = journey.begin().isPrepared(TODAY);
            var answers = new LinkedHashMap<>(conference.held("13:00", "14:30"));
            answers.remove("privateTimeFrom");
            answers.remove("privateTimeUntil");
            answers.put("noPrivateTimeWhy", "The family asked the co-ordinator to stay");

            conference.does(COORDINATOR, "holdConference", answers);

            assertThat(conference.openTasks()).containsExactly("considerPlan");
            assertThat(record.fact(conference.instance(), "FamilyGroupConferenceHeld"))
                    .extractingByKey("privateMinutes")
                    .isNull();
        }

        @Test
        void keeps_nothing_of_private_family_time_but_its_begin_and_end() {
            var conference = journey.begin().isPrepared(TODAY);
            var more = new LinkedHashMap<>(conference.held("13:07", "14:23"));
            more.put("privateTimeNotes", "Quoll said to the family alone");
            assertThatThrownBy(() -> conference.does(COORDINATOR, "holdConference", more))
                    .isInstanceOf(SubmissionRefused.class)
                    .hasMessage("Something was answered that this form does not ask.");
            more.remove("privateTimeNotes");
            more.put("noPrivateTimeWhy", "Quoll said to the family alone");

            conference.does(COORDINATOR, "holdConference", more);

            assertThat(written(conference, "privateTimeFrom")).containsExactly("13:07");
            assertThat(written(conference, "privateTimeUntil")).containsExactly("14:23");
            assertThat(everythingOnRecord(conference)).doesNotContain("Quoll", "noPrivateTimeWhy");
            assertThat(detail(conference, "FamilyGroupConferenceHeld", "privateMinutes"))
                    .isEqualTo("76");
            assertThat(engineTables.where("Quoll")).isEmpty();
            assertThat(variables(conference))
                    .contains("whatHappened")
                    .noneMatch(name -> name.toLowerCase().contains("private"));
        }

        /** The answers to that question in every entry of the case. */
        private List<String> written(ConferenceJourney.Case conference, String question) {
            return jdbc.sql("""
                select answers->>:question from record_entry
                where process_instance_id = :case and answers->:question is not null
                """)
                    .param("question", question)
                    .param("case", conference.instance())
                    .query(String.class)
                    .list();
        }

        private String everythingOnRecord(ConferenceJourney.Case conference) {
            return jdbc.sql("""
                select coalesce((select string_agg(answers::text, ' ') from record_entry
                                 where family_id = :family), '')
                    || coalesce((select string_agg(details::text, ' ') from practice_fact
                                 where family_id = :family), '')

                """)
                    .param("family", conference.familyId())
                    .query(String.class)
                    .single();
        }

        private List<String> variables(ConferenceJourney.Case conference) {
            return jdbc.sql("select name_ from act_hi_varinst where proc_inst_id_ = :case")
                    .param("case", conference.instance())
                    .query(String.class)
                    .list();
        }
    }

    @Nested
    class An_urgent_conference extends UrgentConferenceStories {}

    @Nested
    class Handed_over_to_another_co_ordinator extends NewCoordinatorStories {}

    @Nested
    class Somebody_who_joins_the_network_during_the_preparation extends NewMemberStories {}

    @Nested
    class The_plan extends FamilyPlanStories {}

    @Nested
    class At_any_time {

        @Test
        void consent_may_be_withdrawn_which_ends_the_conference_and_nothing_else() {
            var conference = journey.begin().isPrepared(TODAY);

            conference.isReported("consent-withdrawn");

            assertThat(conference.isOver()).isTrue();
            assertThat(conference.ends()).contains("endEvent_consentWithdrawn");
            assertThat(conference.told("consent-withdrawn")).contains(SOCIAL_WORKER, COORDINATOR);
            assertThat(involvements.inRole(conference.familyId(), PracticeRole.SOCIAL_WORKER))
                    .containsExactly(SOCIAL_WORKER);
            assertThat(involvements.inRole(conference.familyId(), PracticeRole.FGC_COORDINATOR))
                    .isEmpty();
        }

        @Test
        void consent_may_be_withdrawn_when_the_plan_is_in_force() {
            var conference = journey.begin().hasAPlan();

            conference.isReported("consent-withdrawn");

            assertThat(conference.isOver()).isTrue();
            assertThat(plans.current(conference.instance())).isEmpty();
        }

        @Test
        void a_concern_calls_for_a_strategy_discussion_while_the_conference_goes_on() {
            var conference = journey.begin().referralIsAccepted();

            conference.isReported("safeguarding-concern-reported");

            assertThat(enquiriesOf(conference)).isEqualTo(1);
            conference.does(MANAGER, "considerSafety", Map.of("conferenceGoesOn", "yes", "why", "Nan is there"));
            assertThat(conference.openTasks()).containsExactly("allocateCoordinator");
        }

        @Test
        void a_concern_may_end_the_conference() {
            var conference = journey.begin().isPrepared(TODAY);

            conference.isReported("safeguarding-concern-reported");
            conference.does(MANAGER, "considerSafety", Map.of("conferenceGoesOn", "no", "why", "It is not safe now"));

            assertThat(conference.isOver()).isTrue();
            assertThat(conference.ends()).contains("endEvent_escalatedToEnquiry");
            assertThat(conference.facts()).contains("ConferenceEndedForSafeguarding");
        }

        private long enquiriesOf(ConferenceJourney.Case conference) {
            return jdbc.sql("""
                select count(*) from act_hi_procinst
                where proc_def_key_ = 'child-protection-enquiry' and business_key_ like :key
                """)
                    .param("key", "child-protection-enquiry:" + conference.familyId() + ":%")
                    .query(Long.class)
                    .single();
        }
    }
}
