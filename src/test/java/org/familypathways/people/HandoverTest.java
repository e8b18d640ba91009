package org.familypathways.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.familypathways.access.Absences;
import org.familypathways.access.FamilyConflicts;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.AtTheSameMoment;
import org.familypathways.testing.OnRecord;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody who leaves had in hand goes to colleagues or back to the team; nothing is orphaned. */
@ApplicationTest
class HandoverTest {

    @Autowired
    SignedIn signedIn;

    @Autowired
    Workers workers;

    @Autowired
    Department department;

    @Autowired
    Families families;

    @Autowired
    Involvements involvements;

    @Autowired
    FamilyRestrictions restrictions;

    @Autowired
    FamilyConflicts conflicts;

    @Autowired
    PathwayStarts pathways;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Absences absences;

    @Autowired
    Clock clock;

    @Autowired
    OnRecord onRecord;

    @Autowired
    Work work;

    @Autowired
    AtTheSameMoment atTheSameMoment;

    private String lea;
    private String family;
    private String conference;
    private SignedIn.Browser alex;

    @BeforeEach
    void a_co_ordinator_who_leaves_in_the_middle_of_a_conference() {
        lea = department.joins("Lea", PracticeRole.FGC_COORDINATOR, "fgc-area-north");
        family = families.create("north").id();
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        conference = pathways.begin("family-group-conference", family, Map.of("familyId", family));
        work.as("maria.silva").complete(conference, "userTask_checkReferral", Map.of("referralDecision", "accepted"));
        work.as("maria.silva").complete(conference, "userTask_allocateCoordinator", Map.of("coordinator", lea));
        assertThat(inHands(lea)).isPositive();
        alex = signedIn.as("alex.admin");
        alex.post("/people/workers/" + lea + "/leaving", Map.of("leaving", "true"));
    }

    @AfterEach
    void everybody_leaves() {
        department.everybodyLeaves();
    }

    @Test
    void what_is_in_their_hands_is_listed_and_they_have_not_left_before_it_is_handed_over() {
        assertThat(alex.get(page("")).body()).contains(family, "Ben Cole", "Back to the team", "Hand over everything");

        var answer = alex.post(page("/left"), Map.of());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("1 family are still theirs").doesNotContain("0 tasks");
        assertThat(workers.find(lea).orElseThrow().active()).isTrue();
    }

    @Test
    void a_colleague_goes_on_with_the_case_its_open_tasks_and_what_follows() {
        assertThat(alex.post(page("/family"), Map.of("family", family, "role", "fgc-coordinator", "to", "ben.cole"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(inHands(lea)).isZero();
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(conference)
                        .taskAssignee("ben.cole")
                        .count())
                .isPositive();
        assertThat(engine.getRuntimeService().getVariable(conference, "coordinator"))
                .isEqualTo("ben.cole");
        assertThat(involvements.inRole(family, PracticeRole.FGC_COORDINATOR)).containsExactly("ben.cole");
        assertThat(onRecord.fact(conference, "CoordinatorChanged")).containsEntry("coordinator", "ben.cole");
        assertThat(signedIn.as("amina.khan").get("/families/" + family).body())
                .contains("Hand over case", "Lea Madeup", "Ben Cole");

        assertThat(alex.post(page("/left"), Map.of()).statusCode()).isEqualTo(302);
        assertThat(workers.find(lea).orElseThrow().active()).isFalse();
        assertThat(alex.get("/people/workers/" + lea).body()).contains("Is leaving", "Left", "Take them back");
    }

    @Test
    void whoever_hands_over_a_task_while_somebody_else_changes_it_looks_again() {
        var task = engine.getTaskService()
                .createTaskQuery()
                .taskAssignee(lea)
                .list()
                .get(0);

        var answer = atTheSameMoment.slower(
                () -> engine.getTaskService().setPriority(task.getId(), task.getPriority() + 1),
                () -> alex.post(page("/task"), Map.of("task", task.getId(), "to", "ben.cole")));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Somebody else was faster");
        assertThat(inHands(lea)).isPositive();
    }

    @Test
    void nobody_gets_what_they_may_not_do() {
        for (String other : java.util.List.of("amina.khan", "nina.shaw", "no.body", lea)) {
            assertThat(alex.post(page("/family"), Map.of("family", family, "role", "fgc-coordinator", "to", other))
                            .statusCode())
                    .as(other)
                    .isEqualTo(400);
            var task = engine.getTaskService()
                    .createTaskQuery()
                    .taskAssignee(lea)
                    .list()
                    .get(0);
            if (!other.equals(lea)) {
                var answer = alex.post(page("/task"), Map.of("task", task.getId(), "to", other));
                assertThat(answer.statusCode()).as(other).isEqualTo(400);
            }
        }
        assertThat(involvements.inRole(family, PracticeRole.FGC_COORDINATOR)).containsExactly(lea);
    }

    @Test
    void everything_goes_back_to_the_teams_where_others_find_it() {
        assertThat(alex.post(page("/everything"), Map.of()).body()).contains("Choose a colleague, or the team.");

        assertThat(alex.post(page("/everything"), Map.of("to", "team")).statusCode())
                .isEqualTo(302);

        assertThat(inHands(lea)).isZero();
        assertThat(involvements.ofWorker(lea)).isEmpty();
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(conference)
                .list()
                .get(0)
                .getId();
        assertThat(signedIn.as("ben.cole").get("/engine-rest/task/" + task).statusCode())
                .isEqualTo(200);
        assertThat(alex.post(page("/left"), Map.of()).statusCode()).isEqualTo(302);
    }

    @Test
    void whoever_leaves_by_any_other_way_leaves_nothing_in_their_hands_either() {
        workers.leave(lea);

        assertThat(inHands(lea)).isZero();
        assertThat(involvements.ofWorker(lea)).isEmpty();
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(conference)
                .list()
                .get(0)
                .getId();
        assertThat(signedIn.as("ben.cole").get("/engine-rest/task/" + task).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_manager_of_their_team_hands_over_as_well_and_nobody_else() {
        assertThat(signedIn.as("maria.silva").get(page("")).statusCode()).isEqualTo(200);
        for (String other : java.util.List.of("tom.reid", "ben.cole", "ruth.king", lea)) {
            assertThat(signedIn.as(other).get(page("")).statusCode()).as(other).isEqualTo(403);
            assertThat(signedIn.as(other)
                            .post(page("/everything"), Map.of("to", "team"))
                            .statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(signedIn.as("maria.silva").post(page("/left"), Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(inHands(lea)).isPositive();
    }

    @Test
    void a_restricted_family_is_not_shown_and_goes_to_the_people_who_are_left_of_those_named() {
        work.as("tom.reid").signedIn(() -> {
            restrictions.restrict(family, "A relative works here", Set.of("tom.reid", lea, "ben.cole"));
            return true;
        });

        assertThat(alex.get(page("")).body()).doesNotContain(family);
        assertThat(alex.post(page("/left"), Map.of()).statusCode()).isEqualTo(302);

        assertThat(inHands(lea)).isZero();
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(conference)
                .list()
                .get(0)
                .getId();
        assertThat(signedIn.as("ben.cole").get("/engine-rest/task/" + task).statusCode())
                .isEqualTo(200);
        assertThat(signedIn.as("alex.admin").get("/families/" + family).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoever_is_the_last_to_see_a_restricted_family_does_not_leave_it_alone() {
        String other = department.joins("Other", PracticeRole.FGC_COORDINATOR, "fgc-area-north");
        restrictTo(lea, other);
        workers.leave(other);

        var answer = alex.post(page("/left"), Map.of());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("A service manager must name somebody first.")
                .doesNotContain(family);
    }

    @Test
    void a_colleague_with_a_conflict_of_interest_does_not_count_as_somebody_who_sees_it() {
        restrictTo(lea, "raj.patel");
        work.as("raj.patel").signedIn(() -> {
            conflicts.declare(family, "They are related.");
            return true;
        });

        assertThat(alex.post(page("/left"), Map.of()).body()).contains("A service manager must name somebody first.");
        assertThat(onRecord.told(family, "restricted-family-one-left")).containsExactly("ruth.king");
    }

    @Test
    void of_the_last_two_who_leave_at_the_same_moment_one_stays() {
        String other = department.joins("Other", PracticeRole.FGC_COORDINATOR, "fgc-area-north");
        restrictTo(lea, other);

        var answer = atTheSameMoment.slower(() -> workers.leave(other), () -> alex.post(page("/left"), Map.of()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("A service manager must name somebody first.");
        assertThat(workers.find(lea).orElseThrow().active()).isTrue();
        assertThat(onRecord.told(family, "restricted-family-one-left")).containsExactly("ruth.king");
    }

    private void restrictTo(String one, String other) {
        work.as("tom.reid").signedIn(() -> {
            restrictions.restrict(family, "A relative works here", Set.of(one, other));
            return true;
        });
    }

    @Test
    void somebody_for_whom_they_acted_stays_away_and_their_manager_sees_that_nobody_acts() {
        String ann = department.joins("Ann", PracticeRole.FGC_COORDINATOR, "fgc-area-north");
        var today = LocalDate.now(clock);
        work.as("maria.silva").signedIn(() -> {
            absences.set(ann, today, today.plusDays(9), lea);
            return true;
        });
        var maria = signedIn.as("maria.silva");
        assertThat(maria.get("/acting").body()).doesNotContain("Ann Madeup");
        assertThat(alex.get(page("")).body())
                .contains("Acts for Ann Madeup from", "/people/workers/" + ann + "/absence");

        alex.post(page("/everything"), Map.of("to", "team"));
        assertThat(alex.post(page("/left"), Map.of()).statusCode()).isEqualTo(302);

        assertThat(absences.ofWorker(ann)).singleElement().satisfies(absence -> {
            assertThat(absence.deputyId()).isNull();
            assertThat(absence.untilDay()).isEqualTo(today.plusDays(9));
        });
        assertThat(absences.ofWorker(lea)).isEmpty();
        assertThat(absences.ofDeputy(lea)).isEmpty();
        assertThat(maria.get("/").body()).contains("See for whom nobody acts");
        assertThat(maria.get("/acting").body())
                .contains("Nobody acts for these", "Ann Madeup, away until", "/people/workers/" + ann + "/absence");
        assertThat(signedIn.as("tom.reid").get("/acting").body()).doesNotContain("Ann Madeup");
    }

    @Test
    void whoever_stays_after_all_or_comes_back_works_here() {
        alex.post("/people/workers/" + lea + "/leaving", Map.of("leaving", "false"));
        assertThat(workers.leaving()).doesNotContain(lea);

        workers.leave(lea);
        assertThat(alex.post("/people/workers/" + lea + "/back", Map.of()).statusCode())
                .isEqualTo(302);

        assertThat(workers.find(lea).map(Worker::active)).contains(true);
        assertThat(workers.holdings(lea)).isEmpty();
        assertThat(alex.get("/people/workers/" + lea).body()).contains("Stays", "Taken back");
    }

    private long inHands(String account) {
        return engine.getTaskService().createTaskQuery().taskAssignee(account).count();
    }

    private String page(String step) {
        return "/people/workers/" + lea + "/handover" + step;
    }
}
