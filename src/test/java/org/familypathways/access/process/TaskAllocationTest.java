package org.familypathways.access.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.FamilyTeams;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.Work;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class TaskAllocationTest {

    private static final String COORDINATOR = "ben.cole";
    private static final String COLLEAGUE = "kay.lund";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Work work;

    @Autowired
    private Families families;

    @Autowired
    private Involvements involvements;

    @Autowired
    private FamilyRestrictions restrictions;

    @Autowired
    private Workers workers;

    @Autowired
    private Teams teams;

    @Autowired
    private FamilyTeams familyTeams;

    private String family;

    @BeforeEach
    void a_family_and_a_second_coordinator() {
        family = families.create("north").id();
        workers.join(new Worker(COLLEAGUE, "Kay Lund", null, true));
        workers.give(
                COLLEAGUE,
                PracticeRole.FGC_COORDINATOR,
                teams.find("fgc-area-north").orElseThrow());
    }

    @AfterEach
    void the_second_coordinator_leaves() {
        workers.leave(COLLEAGUE);
    }

    @Test
    void a_step_goes_to_the_coordinator_to_whom_the_family_is_allocated() {
        involvements.begin(family, COORDINATOR, PracticeRole.FGC_COORDINATOR);

        Task visit = begin(COORDINATOR);

        assertThat(visit.getAssignee()).isEqualTo(COORDINATOR);
        work.as(COORDINATOR).complete(visit, Map.of());
        assertThat(work.hasEnded(visit.getProcessInstanceId())).isTrue();
    }

    @Test
    void a_colleague_takes_the_step_over_once_it_is_given_back() {
        Task visit = begin(COORDINATOR);

        work.as(COORDINATOR).signedIn(() -> {
            engine.getTaskService().claim(visit.getId(), null);
            return true;
        });
        work.as(COLLEAGUE).complete(visit, Map.of());

        assertThat(work.hasEnded(visit.getProcessInstanceId())).isTrue();
    }

    @Test
    void a_step_that_is_allocated_to_nobody_waits_for_the_role() {
        assertThat(begin(null).getAssignee()).isNull();
    }

    @Test
    void a_step_that_is_allocated_to_something_that_is_no_account_waits_for_the_role() {
        assertThat(begin(7).getAssignee()).isNull();
    }

    @Test
    void a_step_does_not_go_to_somebody_who_has_left() {
        workers.leave(COLLEAGUE);

        assertThat(begin(COLLEAGUE).getAssignee()).isNull();
    }

    @Test
    void a_step_does_not_go_to_somebody_without_the_role() {
        assertThat(begin("amina.khan").getAssignee()).isNull();
    }

    @Test
    void a_step_does_not_go_to_somebody_of_the_family_s_own_team_and_they_cannot_claim_it() {
        workers.give(
                COLLEAGUE,
                PracticeRole.SOCIAL_WORKER,
                teams.find("case-team-north").orElseThrow());

        Task visit = begin(COLLEAGUE);

        assertThat(visit.getAssignee()).isNull();
        assertThatThrownBy(() -> work.as(COLLEAGUE).claim(visit))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("“Visit the family” must be done by somebody outside the family’s case team.");
    }

    @Test
    void a_step_does_not_go_to_somebody_who_had_another_part_in_the_case_and_they_cannot_claim_it() {
        involvements.begin(family, COLLEAGUE, PracticeRole.SOCIAL_WORKER);
        involvements.end(family, COLLEAGUE, PracticeRole.SOCIAL_WORKER);

        Task visit = begin(COLLEAGUE);

        assertThat(visit.getAssignee()).isNull();
        assertThatThrownBy(() -> work.as(COLLEAGUE).claim(visit))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("must be done by somebody who has never had another part in this family’s case.");
    }

    @Test
    void a_step_about_a_restricted_family_does_not_go_to_somebody_who_is_not_named() {
        work.as("tom.reid").signedIn(() -> {
            restrictions.restrict(family, "A relative works here", Set.of("tom.reid", COLLEAGUE));
            return true;
        });

        assertThat(begin(COORDINATOR).getAssignee()).isNull();
        assertThat(begin(COLLEAGUE).getAssignee()).isEqualTo(COLLEAGUE);
    }

    @Test
    void a_named_person_who_puts_a_step_back_may_take_it_again() {
        work.as("tom.reid").signedIn(() -> {
            restrictions.restrict(family, "A relative works here", Set.of("tom.reid", COLLEAGUE));
            return true;
        });
        Task visit = begin(COLLEAGUE);

        work.as(COLLEAGUE).signedIn(() -> {
            engine.getTaskService().setAssignee(visit.getId(), null);
            return true;
        });

        work.as(COLLEAGUE).complete(visit, Map.of());
        assertThat(work.hasEnded(visit.getProcessInstanceId())).isTrue();
    }

    @Test
    void a_step_that_is_offered_anew_to_the_same_people_is_offered_to_them_once() {
        Task visit = begin(null);
        var before = offers(visit);

        familyTeams.serve(family, "north");
        familyTeams.serve(family, "north");

        assertThat(offers(visit)).isNotEmpty().isEqualTo(before).doesNotHaveDuplicates();
    }

    private List<String> offers(Task step) {
        return engine.getTaskService().getIdentityLinksForTask(step.getId()).stream()
                .map(link -> link.getType() + " " + link.getGroupId() + " " + link.getUserId())
                .sorted()
                .toList();
    }

    private Task begin(@Nullable Object coordinator) {
        AllocatedCase.MODEL.deploy(engine);
        var variables = new LinkedHashMap<String, Object>();
        variables.put("familyId", family);
        variables.put("coordinator", coordinator);
        return work.task(
                engine.getRuntimeService()
                        .startProcessInstanceByKey(AllocatedCase.KEY, variables)
                        .getId(),
                AllocatedCase.VISIT);
    }
}
