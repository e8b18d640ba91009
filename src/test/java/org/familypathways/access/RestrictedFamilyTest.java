package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.AtTheSameMoment;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A restricted family is there for the people named, and for nobody else by any way. */
@ApplicationTest
class RestrictedFamilyTest {

    private static final List<String> WAYS = List.of("/engine-rest", "/camunda/api/engine/engine/default");
    private static final Set<String> NAMED = Set.of("tom.reid", "ruth.king");
    private static final List<String> OTHERS =
            List.of("grace.obi", "sam.lee", "amina.khan", "joe.marsh", "maria.silva", "helen.ward", "alex.admin");

    @Autowired
    Work work;

    @Autowired
    ProcessEngine engine;

    @Autowired
    SignedIn signedIn;

    @Autowired
    FamilyRestrictions restrictions;

    @Autowired
    FamilyAccess access;

    @Autowired
    PathwayStarts pathways;

    @Autowired
    AtTheSameMoment atTheSameMoment;

    private String instance;
    private String family;
    private String task;
    private String unique;

    @BeforeEach
    void a_referral_that_waits_for_its_decision_in_graces_hands() {
        unique = "Hidden" + UUID.randomUUID();
        instance = work.as("sam.lee").start("referral", contact());
        family = (String) engine.getRuntimeService().getVariable(instance, "familyId");
        var decision = work.task(instance, "userTask_decideReferral");
        task = decision.getId();
        work.as("grace.obi").claim(decision);
        assertThat(signedIn.as("grace.obi").get("/engine-rest/task/" + task).statusCode())
                .isEqualTo(200);
    }

    @Test
    void its_tasks_go_to_named_people_only_and_are_taken_from_everybody_else() {
        restrict();

        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isNull();
        for (String account : OTHERS) {
            var browser = signedIn.as(account);
            browser.get("/camunda/app/tasklist/default/");
            for (String way : WAYS) {
                assertSeesNothing(browser, way, account);
            }
        }
        assertThat(signedIn.as("tom.reid").get("/engine-rest/task/" + task).statusCode())
                .isEqualTo(200);
        assertThat(signedIn.as("tom.reid")
                        .get("/engine-rest/task/count?processInstanceId=" + instance)
                        .body())
                .doesNotContain("\"count\":0");
    }

    private void assertSeesNothing(SignedIn.Browser browser, String way, String account) {
        for (String path : List.of("", "/form", "/form-variables", "/deployed-form", "/identity-links")) {
            var answer = browser.get(way + "/task/" + task + path);
            assertThat(answer.statusCode())
                    .as("%s for %s: %s", path, account, answer.body())
                    .isEqualTo(404);
            assertThat(answer.body()).doesNotContain(family);
        }
        String asked = """
                {"processVariables": [{"name": "familyId", "operator": "eq", "value": "%s"}]}
                """.formatted(family);
        assertThat(browser.json("POST", way + "/task?maxResults=9", asked).body())
                .as(account)
                .isEqualTo("[]");
        assertThat(browser.json("POST", way + "/task/count", asked).body()).isEqualTo("{\"count\":0}");
        assertThat(browser.get(way + "/task/count?processInstanceId=" + instance)
                        .body())
                .isEqualTo("{\"count\":0}");
        assertThat(browser.json("POST", way + "/task/" + task + "/claim", "{\"userId\": \"%s\"}".formatted(account))
                        .statusCode())
                .as(account)
                .isEqualTo(403);
        assertThat(browser.json("POST", way + "/task/" + task + "/submit-form", "{\"variables\": {}}")
                        .statusCode())
                .as(account)
                .isGreaterThanOrEqualTo(400);
        if (!account.equals("alex.admin")) {
            // what an administrator sees of it are references and nothing else
            assertThat(browser.get(way + "/history/user-operation?maxResults=9&taskId=" + task)
                            .body())
                    .as(account)
                    .isEqualTo("[]");
        }
    }

    @Test
    void a_task_that_begins_while_the_family_is_being_restricted_is_for_named_people_only() {
        String begun = atTheSameMoment.slower(this::restrict, this::beginConference);

        assertOfferedToNamedPeopleOnly(begun);
    }

    @Test
    void and_so_is_one_that_had_begun_and_was_not_there_to_be_seen_yet() {
        var begun = new String[1];

        atTheSameMoment.slower(() -> begun[0] = beginConference(), () -> {
            restrict();
            return true;
        });

        assertOfferedToNamedPeopleOnly(begun[0]);
    }

    @Test
    void nobody_claims_a_task_while_the_family_is_being_closed_to_them() {
        as("grace.obi", () -> engine.getTaskService().setAssignee(task, null));

        assertThatThrownBy(() -> atTheSameMoment.slower(this::restrict, () -> {
                    as("grace.obi", () -> engine.getTaskService().claim(task, "grace.obi"));
                    return true;
                }))
                .hasRootCauseMessage(
                        "This task is for other people: it asks for a role, a team or a name that is not yours.");
    }

    private String beginConference() {
        return pathways.begin("family-group-conference", family, Map.of("familyId", family));
    }

    private void assertOfferedToNamedPeopleOnly(String begun) {
        var offered = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(begun)
                .list();
        assertThat(offered).isNotEmpty();
        assertThat(offered)
                .flatExtracting(each -> engine.getTaskService().getIdentityLinksForTask(each.getId()))
                .extracting(link -> String.valueOf(link.getUserId()))
                .isNotEmpty()
                .isSubsetOf(NAMED);
    }

    @Test
    void its_record_is_there_for_named_people_only() {
        restrict();

        for (String account : OTHERS) {
            assertThat(access.maySee(account, family)).as(account).isFalse();
            assertThat(access.visibleTo(account)).doesNotContain(family);
            var browser = signedIn.as(account);
            for (String page : List.of("", "/report")) {
                var hidden = browser.get("/families/" + family + page);
                var missing = browser.get("/families/F-999999" + page);
                assertThat(hidden.statusCode()).as("%s%s", account, page).isEqualTo(404);
                assertThat(withoutTime(hidden.body()).replace(family, "F-999999"))
                        .isEqualTo(withoutTime(missing.body()));
            }
            assertThat(browser.post("/families", Map.of("words", unique)).statusCode())
                    .isEqualTo(302);
            assertThat(browser.get("/families").body()).as(account).doesNotContain(family);
        }
        NAMED.forEach(account -> assertThat(
                        signedIn.as(account).get("/families/" + family).statusCode())
                .as(account)
                .isEqualTo(200));
    }

    @Test
    void a_worker_of_another_area_sees_neither_task_nor_record_of_any_family_that_is_not_theirs() {
        for (String account : List.of("nina.shaw", "joe.marsh")) {
            assertThat(signedIn.as(account).get("/families/" + family).statusCode())
                    .isEqualTo(404);
            assertThat(signedIn.as(account)
                            .get("/engine-rest/task/count?processInstanceId=" + instance)
                            .body())
                    .isEqualTo("{\"count\":0}");
        }
    }

    @Test
    void its_managers_restrict_it_with_a_reason_and_two_people_at_least() {
        assertRefused("joe.marsh", "A parent works here.", NAMED, "Only a team manager of the family may do this.");
        assertRefused("amina.khan", "A parent works here.", NAMED, "Only a team manager of the family may do this.");
        assertRefused("tom.reid", " ", NAMED, "Say why this family is to be restricted.");
        assertRefused("tom.reid", "Why", Set.of("tom.reid"), "Name at least two people who may see this family.");
        assertRefused("tom.reid", "Why", Set.of("tom.reid", "no.body"), "Nobody with the account no.body works here.");
        assertThat(restrictions.isRestricted(family)).isFalse();

        restrict();
        assertRefused("tom.reid", "Again", NAMED, "This family is already restricted.");
    }

    @Test
    void nobody_whom_it_does_not_name_opens_it_again_but_a_service_manager_may_name_one_more() {
        work.as("ruth.king").signedIn(() -> {
            restrictions.restrict(family, "A parent works here.", Set.of("amina.khan", "ruth.king"));
            return true;
        });
        assertThatThrownBy(() -> as("tom.reid", () -> restrictions.lift(family, "I want to see it.")))
                .hasMessage("Only a team manager of the family may do this.");
        assertThatThrownBy(() -> as("tom.reid", () -> restrictions.add(family, "tom.reid")))
                .hasMessage("Only a service manager may do this.");

        as("ruth.king", () -> restrictions.add(family, "tom.reid"));

        assertThat(access.maySee("tom.reid", family)).isTrue();
        as("tom.reid", () -> restrictions.lift(family, "The parent has left."));
        assertThat(restrictions.isRestricted(family)).isFalse();
        assertThat(signedIn.as("grace.obi").get("/engine-rest/task/" + task).statusCode())
                .isEqualTo(200);
    }

    private static String withoutTime(String page) {
        return page.replaceAll("\"timestamp\":\"[^\"]*\"", "");
    }

    private void assertRefused(String account, String reason, Set<String> named, String sentence) {
        assertThatThrownBy(() -> as(account, () -> restrictions.restrict(family, reason, named)))
                .isInstanceOf(RestrictionRefused.class)
                .hasMessage(sentence);
    }

    private void restrict() {
        as("tom.reid", () -> restrictions.restrict(family, "A parent works here.", NAMED));
    }

    private void as(String account, Runnable what) {
        work.as(account).signedIn(() -> {
            what.run();
            return true;
        });
    }

    private Map<String, Object> contact() {
        return Map.ofEntries(
                Map.entry("dangerNow", "no"),
                Map.entry("receivedOn", "2026-11-23"),
                Map.entry("firstName", "Robin"),
                Map.entry("lastName", unique),
                Map.entry("born", "born"),
                Map.entry("birthDate", "2018-05-01"),
                Map.entry("sex", "U"),
                Map.entry("area", "north"),
                Map.entry("sourceCode", "5A"),
                Map.entry("primaryNeed", "N4"),
                Map.entry("worry", "Something that worries the school."),
                Map.entry("thresholdClear", "yes"));
    }
}
