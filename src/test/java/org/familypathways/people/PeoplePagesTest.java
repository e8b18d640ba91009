package org.familypathways.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.familypathways.access.LastAdministratorException;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.record.Families;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators look after workers, roles and teams. */
@ApplicationTest
class PeoplePagesTest {

    private static final String TASKLIST = "/camunda/api/engine/engine/default";

    @Autowired
    SignedIn signedIn;

    @Autowired
    Workers workers;

    @Autowired
    Teams teams;

    @Autowired
    Department department;

    @Autowired
    Families families;

    @Autowired
    PathwayStarts pathways;

    @Autowired
    Work work;

    @Autowired
    JdbcClient jdbc;

    private SignedIn.Browser alex;
    private String area;

    @BeforeEach
    void an_administrator() {
        alex = signedIn.as("alex.admin");
        area = "area" + UUID.randomUUID().toString().substring(0, 6);
    }

    @AfterEach
    void as_it_was() {
        department.everybodyLeaves();
        String ofArea = "select id from team where area like '" + area + "%'";
        jdbc.sql("delete from family_team where team_id in (" + ofArea + ")").update();
        jdbc.sql("delete from role_holding where team_id in (" + ofArea + ")").update();
        jdbc.sql("delete from team where area like '" + area + "%'").update();
    }

    @Test
    void the_pages_are_there_for_administrators_only() {
        String lea = department.joins("Lea");
        var others = List.of("tom.reid", "ruth.king", "amina.khan", "grace.obi").stream()
                .map(signedIn::as)
                .toList();
        for (String page : List.of(
                "/people",
                "/people/new-worker",
                "/people/workers/" + lea,
                "/people/teams",
                "/people/teams/case-team-north",
                "/people/new-team",
                "/people/file",
                "/people/file/workers.csv",
                "/people/workers/" + lea + "/handover",
                "/people/workers/" + lea + "/absence")) {
            assertThat(alex.get(page).statusCode()).as(page).isEqualTo(200);
            others.forEach(
                    other -> assertThat(other.get(page).statusCode()).as(page).isEqualTo(403));
        }
        for (String step : List.of("", "/roles", "/roles/take", "/leaving", "/back", "/handover/left", "/absence")) {
            var form = Map.of("role", "system-admin@system", "team", "system", "name", "Mallory", "leaving", "true");
            others.forEach(other -> assertThat(
                            other.post("/people/workers/" + lea + step, form).statusCode())
                    .as(step)
                    .isEqualTo(403));
        }
        assertThat(workers.find(lea).orElseThrow().name()).isEqualTo("Lea Madeup");
        assertThat(workers.holdings(lea)).isEmpty();
    }

    @Test
    void a_worker_is_added_and_found_with_whatever_name_they_have() {
        String account = "new." + UUID.randomUUID().toString().substring(0, 8);

        assertThat(alex.post("/people/new-worker", Map.of("account", "No Account", "name", "", "email", "x"))
                        .body())
                .contains("Use small letters", "Enter a name.", "Enter an e-mail address like");
        var added = alex.post(
                "/people/new-worker",
                Map.of("account", account, "name", "Nel <script>alert(1)</script>", "email", "nel@example.org"));

        assertThat(added.statusCode()).isEqualTo(302);
        assertThat(alex.get("/people?words=" + account).body())
                .contains("Nel &lt;script&gt;alert(1)", "Works here", "1 worker")
                .doesNotContain("<script>alert");
        assertThat(alex.get("/people/workers/" + account).body())
                .contains("nel@example.org", "Added", "Alex Admin")
                .doesNotContain("<script>alert");
        assertThat(alex.post("/people/new-worker", Map.of("account", account, "name", "Twice"))
                        .body())
                .contains("There is somebody with this account already");
        assertThat(alex.get("/people?words=nobody-is-called-this").body()).contains("Nobody was found");
        workers.leave(account);
    }

    @Test
    void a_role_that_is_given_or_taken_holds_with_the_next_request_in_an_open_tasklist() {
        String lea = department.joins("Lea");
        String family = families.create("north").id();
        String conference = pathways.begin("family-group-conference", family, Map.of("familyId", family));
        String task = TASKLIST + "/task/"
                + work.task(conference, "userTask_checkReferral").getId();
        var tasklist = signedIn.as(lea);
        var program = signedIn.program(lea);
        assertThat(tasklist.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(tasklist.get(task).statusCode()).isEqualTo(404);

        assertThat(alex.post("/people/workers/" + lea + "/roles", Map.of("role", "fgc-manager@fgc-area-north"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(tasklist.get(task).statusCode()).isEqualTo(200);
        assertThat(tasklist.json("POST", task + "/claim", "{\"userId\": \"%s\"}".formatted(lea))
                        .statusCode())
                .isEqualTo(204);
        assertThat(program.get(task.replace(TASKLIST, "/engine-rest")).statusCode())
                .isEqualTo(200);

        assertThat(alex.post(
                                "/people/workers/" + lea + "/roles/take",
                                Map.of("role", "fgc-manager", "team", "fgc-area-north"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(tasklist.get(task).statusCode()).isEqualTo(404);
        assertThat(program.get(task.replace(TASKLIST, "/engine-rest")).statusCode())
                .isEqualTo(404);
        assertThat(work.task(conference, "userTask_checkReferral").getAssignee())
                .as("goes back to whoever may do it")
                .isNull();
        assertThat(alex.get("/people/workers/" + lea).body())
                .contains(
                        "Role given", "Role taken", "Family Group Conference manager, Family Group Conferences North");
    }

    @Test
    void a_role_is_held_only_in_a_team_of_its_kind() {
        String lea = department.joins("Lea");

        for (String wrong : List.of("", "social-worker@fgc-area-north", "social-worker@nowhere", "king@system", "x")) {
            var answer = alex.post("/people/workers/" + lea + "/roles", Map.of("role", wrong));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).contains("Choose a role in a team.");
        }
        assertThat(workers.holdings(lea)).isEmpty();
    }

    @Test
    void people_of_a_new_team_begin_a_pathway_and_get_the_families_of_their_area_at_once() {
        String family = families.create(area).id();
        String lea = department.joins("Lea");
        assertThat(alex.post("/people/new-team", Map.of("kind", "case-team", "name", "Case team", "area", area))
                        .statusCode())
                .isEqualTo(302);

        workers.give(
                lea, PracticeRole.TEAM_MANAGER, teams.find("case-team-" + area).orElseThrow());

        assertThat(signedIn.as(lea).get("/families/" + family).statusCode()).isEqualTo(200);
        assertThat(signedIn.program(lea)
                        .get("/engine-rest/authorization/check?permissionName=CREATE_INSTANCE&resourceType=6"
                                + "&resourceName=ProcessDefinition&resourceId=family-group-conference-offer")
                        .body())
                .contains("\"authorized\":true");
        assertThat(alex.post("/people/new-team", Map.of("kind", "case-team", "name", "Twice", "area", area))
                        .body())
                .contains("there is one team of a kind in an area");
    }

    @Test
    void families_follow_when_a_team_moves_to_their_area_and_the_team_s_page_says_what_changed() {
        String family = families.create(area + "-west").id();
        alex.post("/people/new-team", Map.of("kind", "case-team", "name", "Wanderers", "area", area));
        String team = "/people/teams/case-team-" + area;

        assertThat(alex.post(team, Map.of("name", "Settlers", "area", area + "-west"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(jdbc.sql(
                                "select team_id from family_team where family_id = ? and kind = 'case-team' and served_until is null")
                        .param(family)
                        .query(String.class)
                        .list())
                .containsExactly("case-team-" + area);
        assertThat(alex.get(team).body())
                .contains("Settlers", "Wanderers, area " + area, "Name or area changed", "Alex Admin");
    }

    @Test
    void nobody_takes_the_last_administrator_away() {
        workers.inRole(PracticeRole.ADMINISTRATOR).stream()
                .map(Worker::accountId)
                .filter(account -> !account.equals("alex.admin"))
                .forEach(workers::leave);

        var answer =
                alex.post("/people/workers/alex.admin/roles/take", Map.of("role", "system-admin", "team", "system"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This is the last administrator who can sign in.");
        assertThat(alex.post("/people/workers/alex.admin/handover/left", Map.of())
                        .body())
                .contains("This is the last administrator who can sign in.");
        assertThatThrownBy(() -> workers.leave("alex.admin")).isInstanceOf(LastAdministratorException.class);
        assertThat(alex.get("/people").statusCode()).isEqualTo(200);
        assertThat(workers.holds("alex.admin", PracticeRole.ADMINISTRATOR)).isTrue();
    }

    @Test
    void two_administrators_cannot_take_the_role_from_each_other_at_the_same_moment() {
        for (int round = 0; round < 5; round++) {
            department.everybodyLeaves();
            String lea = department.joins("Lea", PracticeRole.ADMINISTRATOR, "system");
            assertThat(workers.inRole(PracticeRole.ADMINISTRATOR)).hasSize(2);

            long refused = Stream.of("alex.admin", lea)
                    .parallel()
                    .filter(account -> {
                        try {
                            workers.take(account, PracticeRole.ADMINISTRATOR, "system");
                            return false;
                        } catch (LastAdministratorException last) {
                            return true;
                        }
                    })
                    .count();

            assertThat(refused).isEqualTo(1);
            assertThat(workers.inRole(PracticeRole.ADMINISTRATOR)).hasSize(1);
            workers.give(
                    "alex.admin",
                    PracticeRole.ADMINISTRATOR,
                    teams.find("system").orElseThrow());
        }
    }

    @Test
    void what_was_changed_can_be_added_to_and_never_altered() {
        for (String statement : List.of("update people_change set changed_by = null", "delete from people_change")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class);
        }
    }
}
