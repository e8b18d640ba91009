package org.familypathways.access.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.FamilyTeams;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Team;
import org.familypathways.access.TeamKind;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.record.Families;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The last who held a role leaves, or a team is new and nobody is in it yet: nobody's task is lost. */
@ApplicationTest
class NobodyInTheRoleTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Work work;

    @Autowired
    Families families;

    @Autowired
    FamilyTeams familyTeams;

    @Autowired
    FamilyRestrictions restrictions;

    @Autowired
    Teams teams;

    @Autowired
    Workers workers;

    private final String area = "area" + UUID.randomUUID().toString().substring(0, 8);
    private final String coordinator = "cora." + area;
    private final String manager = "mina." + area;
    private final Team conferences = team(TeamKind.FGC_AREA);
    private String family;

    @BeforeEach
    void an_area_with_one_co_ordinator_and_their_manager() {
        teams.add(conferences);
        join(coordinator, PracticeRole.FGC_COORDINATOR);
        join(manager, PracticeRole.FGC_MANAGER);
        family = families.create(area).id();
    }

    @AfterEach
    void they_leave() {
        workers.leave(coordinator);
        workers.leave(manager);
    }

    @Test
    void when_the_last_who_held_the_role_leaves_the_manager_finds_the_task_until_somebody_holds_it_again() {
        Task visit = begin();
        String role = PracticeRole.FGC_COORDINATOR.groupIn(conferences.id());
        String managers = PracticeRole.FGC_MANAGER.groupIn(conferences.id());
        assertThat(groups(visit)).containsExactly(role);
        work.as(coordinator).claim(visit);

        workers.leave(coordinator);

        assertThat(groups(visit)).containsExactlyInAnyOrder(role, managers);
        assertThat(work.task(visit.getProcessInstanceId(), AllocatedCase.VISIT).getAssignee())
                .isNull();
        work.as(manager).claim(visit);
        join(coordinator, PracticeRole.FGC_COORDINATOR);
        assertThat(groups(visit)).containsExactly(role);
        work.as(coordinator).complete(visit, Map.of());
    }

    @Test
    void a_task_that_begins_when_nobody_is_there_at_all_goes_to_the_service_managers() {
        workers.leave(coordinator);
        workers.leave(manager);

        Task visit = begin();

        assertThat(groups(visit)).anyMatch(group -> group.startsWith("service-manager."));
        work.as("ruth.king").complete(visit, Map.of());
    }

    @Test
    void a_new_team_serves_the_families_of_its_area_from_its_first_member_to_its_last() {
        Team frontDoor = team(TeamKind.FRONT_DOOR);
        teams.add(frontDoor);
        assertThat(frontDoorOfFamily()).isEqualTo("front-door");

        workers.give(manager, PracticeRole.FRONT_DOOR_MANAGER, frontDoor);
        assertThat(frontDoorOfFamily()).isEqualTo(frontDoor.id());

        workers.take(manager, PracticeRole.FRONT_DOOR_MANAGER, frontDoor.id());
        assertThat(frontDoorOfFamily()).isEqualTo("front-door");
    }

    @Test
    void the_tasks_of_a_restricted_family_follow_the_roles_of_the_named_people() {
        work.as("ruth.king").signedIn(() -> {
            restrictions.restrict(family, "A relative works here", Set.of("amina.khan", coordinator));
            return true;
        });
        Task visit = begin();
        assertThat(people(visit)).containsExactly(coordinator);

        workers.take(coordinator, PracticeRole.FGC_COORDINATOR, conferences.id());
        assertThat(people(visit)).containsExactlyInAnyOrder("amina.khan", coordinator);

        workers.give(coordinator, PracticeRole.FGC_COORDINATOR, conferences);
        assertThat(people(visit)).containsExactly(coordinator);
    }

    private Team team(TeamKind kind) {
        return new Team(kind.id() + "-" + area, kind.title() + " " + area, kind, area);
    }

    private void join(String account, PracticeRole role) {
        workers.join(new Worker(account, account, null, true));
        workers.give(account, role, conferences);
    }

    private String frontDoorOfFamily() {
        return familyTeams.teamOf(family, TeamKind.FRONT_DOOR).orElseThrow().id();
    }

    private Task begin() {
        AllocatedCase.MODEL.deploy(engine);
        return work.task(
                engine.getRuntimeService()
                        .startProcessInstanceByKey(AllocatedCase.KEY, Map.of("familyId", family))
                        .getId(),
                AllocatedCase.VISIT);
    }

    private List<String> groups(Task step) {
        return links(step)
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }

    private List<String> people(Task step) {
        return links(step)
                .map(IdentityLink::getUserId)
                .filter(person -> person != null)
                .toList();
    }

    private Stream<IdentityLink> links(Task step) {
        return engine.getTaskService().getIdentityLinksForTask(step.getId()).stream()
                .filter(link -> link.getType().equals("candidate"));
    }
}
