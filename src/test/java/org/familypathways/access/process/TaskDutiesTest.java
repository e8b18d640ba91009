package org.familypathways.access.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.familypathways.access.Absences;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Team;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.PassableModel;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do a step, asked when somebody takes it and again when they hand it in. */
@ApplicationTest
class TaskDutiesTest {

    private static final String WRITE = "userTask_writeAssessment";
    private static final String AUTHORISE = "userTask_authoriseAssessment";
    private static final String ADVISE = "userTask_adviseIndependently";
    private static final String STEP = """
            <bpmn:userTask id="%s" name="%s" camunda:formRef="duty-case.%s" camunda:formRefBinding="deployment"
                camunda:candidateGroups="%s" camunda:dueDate="${timescale.due(execution, 'T04')}"
                camunda:followUpDate="${timescale.warning(execution, 'T04')}">
              <bpmn:documentation>Do it.</bpmn:documentation>
              <bpmn:extensionElements><camunda:properties>%s</camunda:properties></bpmn:extensionElements>
            </bpmn:userTask>
            """;
    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://familypathways.org/bpmn">
              <bpmn:process id="duty-case" name="Duty case" isExecutable="true" camunda:historyTimeToLive="P36500D">
                <bpmn:documentation>For trying who may do what.</bpmn:documentation>
                <bpmn:startEvent id="startEvent_begun" name="Begun" />
                <bpmn:sequenceFlow id="flow_toWrite" sourceRef="startEvent_begun" targetRef="userTask_writeAssessment" />
            """
            + STEP.formatted(WRITE, "Write the assessment", "write", "social-worker", "")
            + """
                <bpmn:sequenceFlow id="flow_toAuthorise" sourceRef="userTask_writeAssessment"
                    targetRef="userTask_authoriseAssessment" />
            """
            + STEP.formatted(
                    AUTHORISE,
                    "Authorise the assessment",
                    "authorise",
                    "team-manager",
                    "<camunda:property name=\"notDoneBy\" value=\"userTask_writeAssessment\" />")
            + """
                <bpmn:sequenceFlow id="flow_toAdvise" sourceRef="userTask_authoriseAssessment"
                    targetRef="userTask_adviseIndependently" />
            """
            + STEP.formatted(
                    ADVISE,
                    "Advise independently",
                    "advise",
                    "fgc-coordinator",
                    "<camunda:property name=\"outsideTeam\" value=\"case-team\" />")
            + """
                <bpmn:sequenceFlow id="flow_toEnd" sourceRef="userTask_adviseIndependently" targetRef="endEvent_done" />
                <bpmn:endEvent id="endEvent_done" name="Done" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Work work;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Families families;

    @Autowired
    Involvements involvements;

    @Autowired
    Workers workers;

    @Autowired
    Teams teams;

    @Autowired
    Absences absences;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private String family;
    private String instance;
    private String both;
    private String colleague;

    @BeforeEach
    void a_case_and_somebody_who_writes_and_manages() {
        PassableModel.of("duty-case", MODEL)
                .withForms("write", "authorise", "advise")
                .deploy(engine);
        family = families.create("north").id();
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey("duty-case", Map.of("familyId", family))
                .getId();
        both = "both." + UUID.randomUUID().toString().substring(0, 8);
        workers.join(new Worker(both, "Bo Both", null, true));
        workers.give(both, PracticeRole.SOCIAL_WORKER, team("case-team-north"));
        workers.give(both, PracticeRole.TEAM_MANAGER, team("case-team-north"));
        colleague = "colleague." + UUID.randomUUID().toString().substring(0, 8);
        workers.join(new Worker(colleague, "Col League", null, true));
        workers.give(colleague, PracticeRole.SOCIAL_WORKER, team("case-team-north"));
    }

    @AfterEach
    void nobody_stays() {
        workers.leave(both);
        workers.leave(colleague);
        engine.getRuntimeService().deleteProcessInstanceIfExists(instance, "test", true, true, true, true);
    }

    @Test
    void the_step_is_for_the_role_in_the_team_that_serves_the_family() {
        for (String account : List.of("nina.shaw", "tom.reid", "sam.lee", "alex.admin")) {
            assertRefused(account, WRITE);
        }
        work.as("amina.khan").complete(instance, WRITE, Map.of());
    }

    @Test
    void nobody_hands_in_what_they_have_not_taken() {
        var task = work.task(instance, WRITE);

        assertThatThrownBy(() -> work.as("amina.khan").signedIn(() -> {
                    engine.getFormService().submitTaskForm(task.getId(), Map.of());
                    return true;
                }))
                .hasMessageContaining("Claim this task before you complete it.");
    }

    @Test
    void whoever_lost_the_role_after_taking_the_step_does_not_hand_it_in() {
        var task = work.task(instance, WRITE);
        work.as(both).claim(task);
        workers.take(both, PracticeRole.SOCIAL_WORKER, "case-team-north");

        assertThatThrownBy(() -> work.as(both).signedIn(() -> {
                    engine.getFormService().submitTaskForm(task.getId(), Map.of());
                    return true;
                }))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(work.openTaskKeys(instance)).containsExactly(WRITE);
    }

    @Test
    void whoever_wrote_does_not_authorise_though_they_manage_the_team() {
        work.as(both).complete(instance, WRITE, Map.of());

        assertThatThrownBy(() -> work.as(both).claim(work.task(instance, AUTHORISE)))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("must be done by somebody other than the person who did “Write the assessment”");
        String authorising = work.task(instance, AUTHORISE).getId();
        assertThatThrownBy(() -> work.as("tom.reid").signedIn(() -> {
                    engine.getTaskService().setAssignee(authorising, both);
                    return true;
                }))
                .hasMessageContaining("must be done by somebody other than the person who did “Write the assessment”");

        work.as("tom.reid").complete(instance, AUTHORISE, Map.of());
    }

    @Test
    void a_deputy_does_not_authorise_what_the_absent_worker_wrote_while_they_act_for_them() {
        work.as(colleague).complete(instance, WRITE, Map.of());
        away(colleague, "tom.reid");

        assertThatThrownBy(() -> work.as("tom.reid").claim(work.task(instance, AUTHORISE)))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("must be done by somebody other than the person who did “Write the assessment”");

        backAgain(colleague);
        work.as("tom.reid").complete(instance, AUTHORISE, Map.of());
    }

    @Test
    void what_a_deputy_wrote_for_the_absent_worker_neither_of_them_authorises() {
        away(both, "nina.shaw");
        work.as("nina.shaw").complete(instance, WRITE, Map.of());
        assertThat(jdbc.sql("select acted_for from record_entry where process_instance_id = ? and task_key = ?")
                        .param(instance)
                        .param(WRITE)
                        .query(String.class)
                        .single())
                .isEqualTo(both);

        assertThatThrownBy(() -> work.as("nina.shaw").claim(work.task(instance, AUTHORISE)))
                .hasMessageContaining("must be done by somebody other");
        backAgain(both);
        assertThatThrownBy(() -> work.as(both).claim(work.task(instance, AUTHORISE)))
                .hasMessageContaining("must be done by somebody other");
        work.as("tom.reid").complete(instance, AUTHORISE, Map.of());
    }

    @Test
    void a_deputy_from_the_family_s_team_does_not_advise_independently_for_somebody_else() {
        work.as(colleague).complete(instance, WRITE, Map.of());
        work.as("tom.reid").complete(instance, AUTHORISE, Map.of());
        work.as("maria.silva").signedIn(() -> {
            absences.set("ben.cole", LocalDate.now(clock), LocalDate.now(clock), both);
            return true;
        });

        assertThatThrownBy(() -> work.as(both).claim(work.task(instance, ADVISE)))
                .hasMessageContaining("outside the family’s case team");

        backAgain("ben.cole");
    }

    private void away(String account, String deputy) {
        work.as("tom.reid").signedIn(() -> {
            absences.set(account, LocalDate.now(clock), LocalDate.now(clock).plusDays(7), deputy);
            return true;
        });
    }

    private void backAgain(String account) {
        work.as("alex.admin").signedIn(() -> {
            absences.ofWorker(account).forEach(absence -> absences.end(absence.id()));
            return true;
        });
    }

    @Test
    void whoever_belongs_to_the_familys_team_or_worked_with_it_does_not_advise_independently() {
        work.as("amina.khan").complete(instance, WRITE, Map.of());
        work.as("tom.reid").complete(instance, AUTHORISE, Map.of());
        workers.give(both, PracticeRole.FGC_COORDINATOR, team("fgc-area-north"));

        assertThatThrownBy(() -> work.as(both).claim(work.task(instance, ADVISE)))
                .hasMessageContaining("outside the family’s case team");

        workers.take(both, PracticeRole.SOCIAL_WORKER, "case-team-north");
        workers.take(both, PracticeRole.TEAM_MANAGER, "case-team-north");
        involvements.begin(family, both, PracticeRole.SOCIAL_WORKER);
        assertThatThrownBy(() -> work.as(both).claim(work.task(instance, ADVISE)))
                .isInstanceOf(AuthorizationException.class);

        work.as("ben.cole").complete(instance, ADVISE, Map.of());
        assertThat(work.endEvents(instance)).containsExactly("endEvent_done");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_worker_claims_for_nobody_but_themselves(String way) {
        String task = work.task(instance, WRITE).getId();
        var amina = signedIn.as("amina.khan");
        amina.get("/camunda/app/tasklist/default/");

        for (String step : List.of("claim", "assignee")) {
            for (String other : List.of(colleague, both, "tom.reid", "nina.shaw", "no.body", "")) {
                assertRefusedInASentence(
                        amina.json("POST", way + "/task/" + task + "/" + step, user(other)), step + " for " + other);
            }
        }

        assertThat(work.task(instance, WRITE).getAssignee()).isNull();
        assertThat(amina.json("POST", way + "/task/" + task + "/claim", user("amina.khan"))
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_manager_hands_a_task_to_somebody_who_may_do_it_and_to_nobody_else(String way) {
        String task = work.task(instance, WRITE).getId();
        var tom = signedIn.as("tom.reid");
        tom.get("/camunda/app/tasklist/default/");

        for (String step : List.of("claim", "assignee")) {
            for (String stranger : List.of("tom.reid", "nina.shaw", "no.body")) {
                assertRefusedInASentence(
                        tom.json("POST", way + "/task/" + task + "/" + step, user(stranger)),
                        step + " for " + stranger);
            }
        }
        assertThat(work.task(instance, WRITE).getAssignee()).isNull();

        assertThat(tom.json("POST", way + "/task/" + task + "/assignee", user("amina.khan"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(tom.json("POST", way + "/task/" + task + "/claim", user(colleague))
                        .statusCode())
                .isEqualTo(204);
        assertThat(work.task(instance, WRITE).getAssignee()).isEqualTo(colleague);
        assertThat(tom.json("POST", way + "/task/" + task + "/unclaim", "{}").statusCode())
                .isEqualTo(204);
        assertThat(work.task(instance, WRITE).getAssignee()).isNull();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whoever_has_a_task_puts_it_back_and_nobody_else_takes_it_from_them(String way) {
        String id = work.task(instance, WRITE).getId();
        work.as(colleague).claim(work.task(instance, WRITE));
        String task = way + "/task/" + id;
        var amina = signedIn.as("amina.khan");
        amina.get("/camunda/app/tasklist/default/");

        assertRefusedInASentence(amina.json("POST", task + "/unclaim", "{}"), "unclaim");
        assertRefusedInASentence(amina.json("POST", task + "/claim", "{\"userId\": null}"), "claim for nobody");
        assertRefusedInASentence(amina.json("POST", task + "/assignee", user("amina.khan")), "assign to herself");
        assertThat(work.task(instance, WRITE).getAssignee()).isEqualTo(colleague);

        work.as(colleague).signedIn(() -> {
            engine.getTaskService().setAssignee(id, null);
            return true;
        });
        assertThat(amina.json("POST", task + "/claim", user("amina.khan")).statusCode())
                .isEqualTo(204);
        assertRefusedInASentence(amina.json("POST", task + "/assignee", user(colleague)), "hand on");
        assertThat(amina.json("POST", task + "/unclaim", "{}").statusCode()).isEqualTo(204);
        assertThat(work.task(instance, WRITE).getAssignee()).isNull();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_task_of_others_is_not_to_be_told_from_one_that_does_not_exist(String way) {
        String hidden = work.task(instance, WRITE).getId();
        String missing = UUID.randomUUID().toString();
        var nina = signedIn.as("nina.shaw");
        nina.get("/camunda/app/tasklist/default/");

        for (String part : List.of(
                "", "/form", "/deployed-form", "/form-variables", "/identity-links", "/comment", "/attachment")) {
            assertSame(nina.get(way + "/task/" + hidden + part), nina.get(way + "/task/" + missing + part), 404, part);
        }
        for (String step : List.of("/claim", "/unclaim", "/assignee", "/submit-form", "/complete")) {
            assertSame(
                    nina.json("POST", way + "/task/" + hidden + step, "{}"),
                    nina.json("POST", way + "/task/" + missing + step, "{}"),
                    403,
                    step);
        }
    }

    static List<String> ways() {
        return List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default");
    }

    private static String user(String account) {
        return "{\"userId\": \"%s\"}".formatted(account);
    }

    private static void assertSame(HttpResponse<String> hidden, HttpResponse<String> missing, int status, String part) {
        assertThat(hidden.statusCode()).as(part).isEqualTo(status);
        assertThat(missing.statusCode()).as(part).isEqualTo(status);
        assertThat(hidden.body()).as(part).isEqualTo(missing.body());
    }

    private static void assertRefusedInASentence(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(403);
        assertThat(answer.body())
                .as(what)
                .matches("\\{\"type\":\"Refused\",\"message\":\"[A-Z][^\"]+\\.\"}|"
                        + "\\{\"message\":\"[A-Z][^\"]+\\.\",\"type\":\"Refused\"}");
    }

    private void assertRefused(String account, String step) {
        var task = work.task(instance, step);
        assertThatThrownBy(() -> work.as(account).claim(task)).as(account).isInstanceOf(AuthorizationException.class);
        assertThat(signedIn.program(account)
                        .json(
                                "POST",
                                "/engine-rest/task/" + task.getId() + "/claim",
                                "{\"userId\": \"" + account + "\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    private Team team(String id) {
        return teams.find(id).orElseThrow();
    }
}
