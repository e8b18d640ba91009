package org.familypathways.childprotectionenquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.familypathways.childprotectionenquiry.EnquiryJourney.ADMINISTRATOR;
import static org.familypathways.childprotectionenquiry.EnquiryJourney.CHAIR;
import static org.familypathways.childprotectionenquiry.EnquiryJourney.MANAGER;
import static org.familypathways.childprotectionenquiry.EnquiryJourney.SOCIAL_WORKER;
import static org.familypathways.childprotectionenquiry.EnquiryJourney.enquiryMade;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.engine.SubmissionRefused;
import org.familypathways.record.Involvements;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.WalksEveryFlow;
import org.familypathways.testing.Work;
import org.familypathways.timescale.StatutoryClock.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
@WalksEveryFlow(of = "child-protection-enquiry")
class ChildProtectionEnquiryTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    /** The fifteenth working day after it. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 23);

    private static final LocalDate BOOKED = LocalDate.of(2026, 3, 19);

    @Autowired
    BeanFactory beans;

    @Autowired
    Work work;

    @Autowired
    SettableClock time;

    EnquiryJourney enquiry;

    @BeforeEach
    void a_family_on_a_monday() {
        time.setDate(MONDAY);
        enquiry = new EnquiryJourney(beans);
    }

    @Test
    void the_whole_life_of_an_enquiry() {
        enquiry.isCalledFor();
        assertThat(enquiry.told("strategy-discussion-needed")).containsExactly(MANAGER);
        enquiry.discussionIsHeld();
        assertThat(enquiry.fact("StrategyDiscussionHeld")).containsEntry("beganEnquiry", true);
        assertThat(enquiry.facts("SectionFortySevenStarted")).hasSize(2);
        assertThat(enquiry.clock("T11").dueOn()).isEqualTo(LAST_DAY);

        time.plusDays(4);
        enquiry.enquiryIsMade().isDecided("continuing-risk", "no-continuing-risk");
        enquiry.conferenceIsRequested().conferenceIsBookedFor(BOOKED);
        assertThat(enquiry.told("initial-conference-booked"))
                .as("the conference service too, which will offer the family a conference of its own")
                .containsExactlyInAnyOrder(MANAGER, CHAIR, SOCIAL_WORKER, "maria.silva", enquiry.mother);
        assertThat(enquiry.clock("T13").dueOn()).as("three working days before").isEqualTo(LocalDate.of(2026, 3, 16));

        time.setDate(LocalDate.of(2026, 3, 13));
        enquiry.everythingIsPrepared();
        time.setDate(BOOKED);
        enquiry.conferenceIsHeld().plans(true, false);
        assertThat(enquiry.clock("T11").metOn()).isEqualTo(BOOKED);
        assertThat(enquiry.facts("InitialConferenceHeld"))
                .hasSize(2)
                .allSatisfy(held -> assertThat(held)
                        .containsEntry("strategyDiscussionOn", MONDAY.toString())
                        .containsEntry("happenedOn", BOOKED.toString()));

        enquiry.decisionsAreSent();
        assertThat(enquiry.hasEnded()).isTrue();
        assertThat(enquiry.ends()).contains("endEvent_childProtectionPlanMade", "endEvent_enquiryCompleted");
        assertThat(enquiry.facts("TimescaleMet"))
                .allSatisfy(met -> assertThat(met).containsEntry("inTime", true));
    }

    @Nested
    class The_strategy_discussion {

        @Test
        void may_find_that_no_enquiry_is_needed() {
            enquiry.isCalledFor().discussionIsHeld(Map.of("sectionFortySevenNeeded", "no"));
            assertThat(enquiry.ends()).contains("endEvent_noEnquiryNeeded", "endEvent_enquiryCompleted");
            assertThat(enquiry.fact("StrategyDiscussionHeld")).containsEntry("beganEnquiry", false);
            assertThat(enquiry.facts("SectionFortySevenStarted")).isEmpty();
        }

        @Test
        void is_none_without_the_police() {
            enquiry.isCalledFor();
            refused(
                    () -> enquiry.discussionIsHeld(Map.of("attendees", List.of("social-care", "health"))),
                    "A strategy discussion needs children’s social care, the police and health; it is missing the"
                            + " police.");
            assertThat(enquiry.openTasks()).containsExactly("userTask_holdStrategyDiscussion");
            assertThat(enquiry.facts("StrategyDiscussionHeld")).isEmpty();
        }

        @Test
        void cannot_have_been_held_on_a_day_to_come() {
            enquiry.isCalledFor();
            refused(
                    () -> enquiry.discussionIsHeld(
                            Map.of("strategyDiscussionOn", MONDAY.plusDays(1).toString())),
                    "The strategy discussion cannot have been held on a day that is still to come.");
        }

        @Test
        void is_followed_by_its_record_within_a_working_day_while_the_enquiry_begins() {
            enquiry.isCalledFor();
            time.plusDays(1);
            enquiry.onlyTheDiscussionIsHeld(Map.of("strategyDiscussionOn", MONDAY.toString()));
            assertThat(enquiry.openTasks()).containsExactly("userTask_makeEnquiry", "userTask_sendDiscussionRecord");
            assertThat(enquiry.clock("T08").dueOn()).isEqualTo(MONDAY.plusDays(1));
            enquiry.recordOfTheDiscussionIsSent();
            assertThat(enquiry.clock("T08").status()).isEqualTo(Status.MET);
            assertThat(enquiry.ends()).contains("endEvent_discussionRecordSent");
        }

        @Test
        void counts_from_its_own_day_when_it_is_written_down_later() {
            enquiry.isCalledFor();
            time.plusDays(3);
            enquiry.discussionIsHeld(Map.of("strategyDiscussionOn", MONDAY.toString()));
            assertThat(enquiry.clock("T11").dueOn()).isEqualTo(LAST_DAY);
            assertThat(enquiry.clock("T07").metOn()).isEqualTo(MONDAY);
        }
    }

    @Nested
    class The_outcome_of_the_enquiry {

        @ParameterizedTest
        @CsvSource(textBlock = """
            not-substantiated,  not-substantiated,  endEvent_notSubstantiated
            not-substantiated,  no-continuing-risk, endEvent_noContinuingRisk
            no-continuing-risk, no-continuing-risk, endEvent_noContinuingRisk
            """)
        void may_be_that_no_conference_is_needed(String elder, String younger, String end) {
            enquiry.isCalledFor().discussionIsHeld().enquiryIsMade().isDecided(elder, younger);
            assertThat(enquiry.ends()).contains(end, "endEvent_enquiryCompleted");
            assertThat(enquiry.clock("T11").status())
                    .as("nothing is due any more")
                    .isEqualTo(Status.STOPPED);
            assertThat(enquiry.facts("SectionFortySevenConcluded"))
                    .extracting(fact -> fact.get("outcome"))
                    .containsExactlyInAnyOrder(elder, younger);
        }

        @Test
        void leads_to_a_conference_when_one_child_is_at_risk() {
            enquiry.isCalledFor().discussionIsHeld().enquiryIsMade().isDecided("not-substantiated", "continuing-risk");
            assertThat(enquiry.openTasks()).containsExactly("userTask_requestConference");
            assertThat(enquiry.facts("SectionFortySevenConcluded"))
                    .filteredOn(fact -> fact.get("childId").equals(enquiry.younger))
                    .singleElement()
                    .satisfies(fact -> assertThat(fact).containsEntry("conferenceNotRequired", false));
        }

        @Test
        void makes_the_social_worker_and_the_manager_known_to_the_family() {
            enquiry.isCalledFor().discussionIsHeld().enquiryIsMade().isDecided("continuing-risk", "continuing-risk");
            var involvements = beans.getBean(Involvements.class);
            assertThat(involvements.isInvolved(SOCIAL_WORKER, enquiry.familyId)).isTrue();
            assertThat(involvements.isInvolved(MANAGER, enquiry.familyId)).isTrue();
        }
    }

    @Nested
    class A_conference_of_the_family_instead {

        @BeforeEach
        void is_thought_of_when_the_enquiry_was_made() {
            enquiry.isCalledFor().discussionIsHeld().enquiryIsMade();
        }

        @Test
        void cannot_be_chosen_unless_the_authority_has_permission() {
            enquiry.isDecided("continuing-risk", "continuing-risk");
            assertThat(enquiry.openTasks()).containsExactly("userTask_requestConference");
        }

        @Test
        void takes_the_place_of_the_initial_conference_and_the_family_is_offered_one() {
            enquiry.conferenceMayBeReplaced();
            enquiry.isDecided("continuing-risk", "continuing-risk");
            enquiry.conferenceIsReplaced();

            assertThat(enquiry.ends()).contains("endEvent_conferenceReplaced", "endEvent_enquiryCompleted");
            assertThat(enquiry.clock("T11").status()).isEqualTo(Status.STOPPED);
            assertThat(enquiry.offers()).hasSize(1);
            assertThat(work.openTaskKeys(enquiry.offers().get(0))).isNotEmpty();
        }

        @Test
        void is_not_chosen_where_it_would_not_be_safe() {
            enquiry.conferenceMayBeReplaced();
            enquiry.isDecided("continuing-risk", "continuing-risk");
            enquiry.conferenceIsNotReplaced();

            assertThat(enquiry.openTasks()).containsExactly("userTask_requestConference");
            assertThat(enquiry.clock("T11").status()).isEqualTo(Status.RUNNING);
            assertThat(enquiry.offers()).isEmpty();
        }

        @Test
        void is_offered_after_the_initial_conference() {
            enquiry.isDecided("continuing-risk", "continuing-risk");
            enquiry.conferenceIsRequested().conferenceIsBookedFor(BOOKED).everythingIsPrepared();
            assertThat(enquiry.offers()).as("nothing begins with the booking").isEmpty();
            time.setDate(BOOKED);
            enquiry.conferenceIsHeld().plans(true, true);
            assertThat(enquiry.offers()).hasSize(1);
        }

        @Test
        void is_offered_when_the_initial_conference_is_booked_and_then_not_again_where_the_authority_wants_it_so() {
            enquiry.isDecided("continuing-risk", "continuing-risk");
            enquiry.conferenceIsRequested();
            enquiry.offersAreMadeAtBooking();
            enquiry.conferenceIsBookedFor(BOOKED).everythingIsPrepared();
            assertThat(enquiry.offers()).hasSize(1);
            time.setDate(BOOKED);
            enquiry.conferenceIsHeld().plans(true, true);
            assertThat(enquiry.offers()).hasSize(1);
            assertThat(enquiry.openTasks()).containsExactly("userTask_sendDecisions");
        }
    }

    @Nested
    class The_day_of_the_conference {

        @BeforeEach
        void is_to_be_booked() {
            enquiry.isCalledFor().discussionIsHeld().enquiryIsMade().isDecided("continuing-risk", "continuing-risk");
            enquiry.conferenceIsRequested();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            2026-03-21 | Saturday 21 March 2026 is not a working day; an initial conference is held on one.
            2026-03-01 | The conference cannot be booked for Sunday 1 March 2026, which is past.
            2026-03-24 | The conference is due by Monday 23 March 2026; say why it is later.
            """)
        void cannot_be_any_day(LocalDate day, String sentence) {
            refused(() -> enquiry.conferenceIsBookedFor(day), sentence);
            assertThat(enquiry.openTasks()).containsExactly("userTask_bookConference");
            assertThat(enquiry.facts("InitialConferenceBooked")).isEmpty();
            assertThat(enquiry.told("initial-conference-booked")).isEmpty();
        }

        @Test
        void may_be_late_when_somebody_says_why() {
            enquiry.conferenceIsBookedFor(
                    LocalDate.of(2026, 3, 24), Map.of("whyLate", "The mother is in hospital until then."));
            assertThat(enquiry.fact("InitialConferenceBooked")).containsEntry("bookedFor", "2026-03-24");
        }

        @Test
        void is_prepared_by_everybody_before_the_conference_is_held() {
            enquiry.conferenceIsBookedFor(BOOKED);
            assertThat(enquiry.openTasks())
                    .containsExactly(
                            "userTask_contactFamily",
                            "userTask_offerAdvocacy",
                            "userTask_offerAdvocacy",
                            "userTask_recordAgencyReport",
                            "userTask_recordAgencyReport",
                            "userTask_shareReportWithFamily");
            enquiry.everythingIsPrepared();
            assertThat(enquiry.openTasks()).containsExactly("userTask_holdConference");
        }

        @Test
        void moves_when_the_conference_is_put_off_and_the_fifteen_days_go_on() {
            enquiry.conferenceIsBookedFor(LocalDate.of(2026, 3, 12));
            time.plusDays(2);
            enquiry.conferenceIsPutOff();
            refused(
                    () -> enquiry.newDateIsSet("userTask_changeDate", LocalDate.of(2026, 3, 25), Map.of()),
                    "The conference is due by Monday 23 March 2026; say why it is later.");
            enquiry.newDateIsSet("userTask_changeDate", BOOKED, Map.of());

            assertThat(enquiry.ends()).contains("endEvent_dateChanged");
            assertThat(enquiry.facts("InitialConferenceBooked"))
                    .extracting(fact -> fact.get("bookedFor"))
                    .containsExactly("2026-03-12", BOOKED.toString());
            assertThat(enquiry.clock("T13").dueOn()).isEqualTo(LocalDate.of(2026, 3, 16));
            assertThat(enquiry.clock("T11").dueOn()).isEqualTo(LAST_DAY);
            assertThat(enquiry.clock("T11").startedOn()).isEqualTo(MONDAY);
            assertThat(enquiry.told("initial-conference-booked"))
                    .as("everybody hears of the new day")
                    .hasSize(10);
            assertThat(enquiry.task("userTask_shareReportWithFamily").getDueDate())
                    .isEqualTo(java.util.Date.from(enquiry.clock("T13").dueAt()));
        }
    }

    @Nested
    class The_conference {

        @BeforeEach
        void is_prepared() {
            enquiry.conferenceIsDueOn(BOOKED);
        }

        @Test
        void may_make_no_plan_for_any_child() {
            enquiry.conferenceIsHeld().plans(false, false).decisionsAreSent();
            assertThat(enquiry.ends()).contains("endEvent_noPlanMade", "endEvent_enquiryCompleted");
            assertThat(enquiry.facts("ChildProtectionPlanDecided"))
                    .hasSize(2)
                    .allSatisfy(decided -> assertThat(decided)
                            .containsEntry("planMade", false)
                            .containsEntry("insteadOfPlan", "child-in-need-plan"));
        }

        @Test
        void decides_for_each_child() {
            enquiry.conferenceIsHeld().plans(false, true);
            assertThat(enquiry.facts("ChildProtectionPlanDecided"))
                    .filteredOn(decided -> decided.get("childId").equals(enquiry.younger))
                    .singleElement()
                    .satisfies(decided ->
                            assertThat(decided).containsEntry("planMade", true).containsEntry("category", "NEG"));
            assertThat(enquiry.told("initial-conference-outcome"))
                    .containsExactlyInAnyOrder(MANAGER, CHAIR, SOCIAL_WORKER);
        }

        @Test
        void cannot_have_been_held_tomorrow_or_before_it_all_began() {
            refused(
                    () -> enquiry.conferenceIsHeld(Map.of("conferenceHeldOn", "2026-03-20")),
                    "The conference cannot have been held on Friday 20 March 2026, which is still to come.");
            refused(
                    () -> enquiry.conferenceIsHeld(Map.of("conferenceHeldOn", "2026-02-27")),
                    "The conference cannot have been held before the strategy discussion of Monday 2 March 2026.");
        }

        @Test
        void decides_nothing_when_too_few_agencies_come_and_meets_again() {
            enquiry.conferenceIsHeld(Map.of("agenciesPresent", List.of("social-care", "police")));
            assertThat(enquiry.openTasks()).containsExactly("userTask_agreeInterimPlan");
            assertThat(enquiry.facts("InitialConferenceNotQuorate")).hasSize(1);
            assertThat(enquiry.facts("InitialConferenceHeld")).isEmpty();
            assertThat(enquiry.clock("T17").dueOn()).as("ten working days").isEqualTo(LocalDate.of(2026, 4, 2));

            enquiry.interimPlanIsAgreed();
            LocalDate again = LocalDate.of(2026, 3, 31);
            enquiry.newDateIsSet("userTask_setNewDate", again, Map.of());
            time.setDate(again);
            enquiry.conferenceIsHeld().plans(true, true);
            assertThat(enquiry.clock("T17").metOn()).isEqualTo(again);
            assertThat(enquiry.clock("T11").isBreached())
                    .as("the fifteen days count from the strategy discussion all the same")
                    .isTrue();
        }

        @Test
        void is_not_quorate_without_social_care_however_many_others_come() {
            enquiry.conferenceIsHeld(Map.of("agenciesPresent", List.of("police", "school", "health-visitor")));
            assertThat(enquiry.openTasks()).containsExactly("userTask_agreeInterimPlan");
        }

        @Test
        void notes_an_agency_that_disagrees_and_a_service_manager_looks_at_it() {
            enquiry.conferenceIsHeld(Map.of(
                    "dissent",
                    "yes",
                    "agenciesDissenting",
                    List.of("police"),
                    "dissentReasons",
                    "The police ask for a plan."));
            enquiry.plans(false, false).decisionsAreSent();
            assertThat(enquiry.openTasks()).containsExactly("userTask_considerDissent");
            assertThat(enquiry.facts("InitialConferenceHeld"))
                    .allSatisfy(held -> assertThat(held).containsEntry("dissent", true));

            enquiry.dissentIsConsidered();
            assertThat(enquiry.ends()).contains("endEvent_noPlanMade", "endEvent_enquiryCompleted");
        }
    }

    @Nested
    class A_further_concern {

        private final LocalDate friday = MONDAY.plusDays(4);

        @BeforeEach
        void is_reported_while_the_enquiry_is_made() {
            enquiry.isCalledFor().discussionIsHeld();
            time.setDate(friday);
            enquiry.furtherConcernIsReported();
        }

        @Test
        void may_be_covered_by_the_enquiry_under_way() {
            enquiry.furtherConcernIsConsidered(Map.of("furtherDiscussionHeld", "no"));
            assertThat(enquiry.ends()).contains("endEvent_coveredByEnquiry");
            assertThat(enquiry.openTasks()).containsExactly("userTask_makeEnquiry");
        }

        @Test
        void may_need_a_strategy_discussion_of_its_own_from_which_nothing_counts_anew() {
            enquiry.furtherConcernIsConsidered(discussed(List.of("social-care", "police", "health")));

            assertThat(enquiry.ends()).contains("endEvent_furtherConcernDiscussed");
            assertThat(enquiry.facts("StrategyDiscussionHeld"))
                    .extracting(held -> held.get("happenedOn") + " " + held.get("beganEnquiry"))
                    .containsExactly(MONDAY + " true", friday + " false");
            assertThat(enquiry.clock("T11").startedOn()).isEqualTo(MONDAY);
            assertThat(enquiry.clock("T11").dueOn()).isEqualTo(LAST_DAY);
            assertThat(enquiry.clock("further-concern-considered").metOn())
                    .as("the clock of the further discussion is met by that one")
                    .isEqualTo(friday);
        }

        @Test
        void counts_for_the_conference_from_the_first_discussion_to_the_end() {
            enquiry.furtherConcernIsConsidered(discussed(List.of("social-care", "police", "health")));
            enquiry.enquiryIsMade().isDecided("continuing-risk", "continuing-risk");
            enquiry.conferenceIsRequested().conferenceIsBookedFor(BOOKED).everythingIsPrepared();
            time.setDate(BOOKED);
            enquiry.conferenceIsHeld().plans(true, true);
            assertThat(enquiry.facts("InitialConferenceHeld"))
                    .allSatisfy(held -> assertThat(held).containsEntry("strategyDiscussionOn", MONDAY.toString()));
        }

        @Test
        void that_is_covered_does_not_stand_in_for_the_first_discussion() {
            enquiry = new EnquiryJourney(beans);
            enquiry.isCalledFor().furtherConcernIsReported();
            enquiry.furtherConcernIsConsidered(Map.of("furtherDiscussionHeld", "no"));
            assertThat(enquiry.clock("T07").status()).isEqualTo(Status.RUNNING);
        }

        @Test
        void is_discussed_with_the_police_and_health_too() {
            refused(
                    () -> enquiry.furtherConcernIsConsidered(discussed(List.of("social-care"))),
                    "A strategy discussion needs children’s social care, the police and health; it is missing the"
                            + " police and health.");
        }

        private Map<String, Object> discussed(List<String> attendees) {
            return Map.of(
                    "furtherDiscussionHeld", "yes", "furtherDiscussionOn", friday.toString(), "attendees", attendees);
        }
    }

    @Nested
    class Police_protection extends PoliceProtectionStories {}

    @Nested
    class An_emergency_protection_order extends EmergencyProtectionOrderStories {}

    @Nested
    class Who_may_do_what {

        @Test
        void who_made_the_enquiry_does_not_decide_its_outcome() {
            String both = joins("both", PracticeRole.SOCIAL_WORKER, "case-team-north");
            gives(both, PracticeRole.TEAM_MANAGER, "case-team-north");
            try {
                enquiry.isCalledFor().discussionIsHeld();
                work.as(both).complete(enquiry.enquiry, "userTask_makeEnquiry", enquiryMade());
                assertThatThrownBy(() -> enquiry.decides(both, enquiry.elder, "not-substantiated"))
                        .isInstanceOf(AuthorizationException.class)
                        .hasMessageContaining(
                                "“Decide the outcome of the enquiry for the child” must be done by somebody other"
                                        + " than the person who did “Make the section 47 enquiry”.");
                enquiry.isDecided("not-substantiated", "not-substantiated");
            } finally {
                beans.getBean(Workers.class).leave(both);
            }
        }

        @Test
        void a_chair_from_the_familys_own_team_does_not_chair() {
            String chair = joins("own", PracticeRole.CP_CHAIR, "conference-service");
            gives(chair, PracticeRole.SOCIAL_WORKER, "case-team-north");
            try {
                enquiry.conferenceIsDueOn(BOOKED);
                assertThatThrownBy(() -> work.as(chair).claim(enquiry.task("userTask_holdConference")))
                        .isInstanceOf(AuthorizationException.class)
                        .hasMessageContaining("must be done by somebody outside the family’s case team.");
            } finally {
                beans.getBean(Workers.class).leave(chair);
            }
        }

        @Test
        void a_chair_who_has_worked_with_the_family_does_not_chair() {
            String chair = joins("former", PracticeRole.CP_CHAIR, "conference-service");
            try {
                beans.getBean(Involvements.class).begin(enquiry.familyId, chair, PracticeRole.SOCIAL_WORKER);
                enquiry.conferenceIsDueOn(BOOKED);
                assertThatThrownBy(() -> work.as(chair).claim(enquiry.task("userTask_holdConference")))
                        .isInstanceOf(AuthorizationException.class)
                        .hasMessageContaining("somebody who has never had another part in this family’s case.");
            } finally {
                beans.getBean(Workers.class).leave(chair);
            }
        }

        @Test
        void another_areas_team_has_no_part_in_it() {
            enquiry.isCalledFor();
            var task = enquiry.task("userTask_holdStrategyDiscussion");
            for (String account : List.of("joe.marsh", SOCIAL_WORKER, ADMINISTRATOR)) {
                assertThatThrownBy(() -> work.as(account).claim(task))
                        .as(account)
                        .isInstanceOf(AuthorizationException.class);
            }
        }

        private String joins(String hat, PracticeRole role, String team) {
            String account = hat + "-" + enquiry.familyId.toLowerCase();
            beans.getBean(Workers.class).join(new Worker(account, "Two Hats", account + "@example.org", true));
            gives(account, role, team);
            return account;
        }

        private void gives(String account, PracticeRole role, String team) {
            beans.getBean(Workers.class)
                    .give(account, role, beans.getBean(Teams.class).find(team).orElseThrow());
        }
    }

    static void refused(ThrowingCallable submission, String sentence) {
        assertThatThrownBy(submission).isInstanceOf(SubmissionRefused.class).hasMessage(sentence);
    }
}
