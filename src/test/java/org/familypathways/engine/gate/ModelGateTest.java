package org.familypathways.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.familypathways.engine.Pathway;
import org.familypathways.engine.ProcessVariable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One good model, and each thing that may be wrong with it. */
class ModelGateTest {

    private static final String GOOD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="http://familypathways.org/bpmn">
              <message id="message_asked" name="home-visit.visit-asked-for"/>
              <process id="home-visit" name="Home visit" isExecutable="true" camunda:historyTimeToLive="P36500D">
                <documentation>A visit at home.</documentation>
                <startEvent id="startEvent_visitAskedFor" name="Visit asked for">
                  <outgoing>flow_toVisit</outgoing>
                  <messageEventDefinition id="messageEvent_asked" messageRef="message_asked"/>
                </startEvent>
                <sequenceFlow id="flow_toVisit" sourceRef="startEvent_visitAskedFor" targetRef="userTask_visit"/>
                <userTask id="userTask_visit" name="Visit the family" camunda:formRef="home-visit.visit"
                    camunda:formRefBinding="deployment" camunda:candidateGroups="social-worker"
                    camunda:dueDate="${timescale.due(execution, 'T20')}" camunda:followUpDate="${timescale.warning(execution, 'T20')}">
                  <documentation>See the child alone.</documentation>
                  <incoming>flow_toVisit</incoming><outgoing>flow_toSeen</outgoing>
                </userTask>
                <sequenceFlow id="flow_toSeen" sourceRef="userTask_visit" targetRef="gateway_childSeen"/>
                <exclusiveGateway id="gateway_childSeen" name="Was the child seen?" default="flow_notSeen">
                  <incoming>flow_toSeen</incoming><outgoing>flow_seen</outgoing><outgoing>flow_notSeen</outgoing>
                </exclusiveGateway>
                <sequenceFlow id="flow_seen" name="Yes" sourceRef="gateway_childSeen" targetRef="serviceTask_recordVisit">
                  <conditionExpression xsi:type="tFormalExpression">${childSeen}</conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="flow_notSeen" name="No" sourceRef="gateway_childSeen" targetRef="endEvent_notSeen"/>
                <serviceTask id="serviceTask_recordVisit" name="Record the visit" camunda:delegateExpression="${recordVisit}">
                  <incoming>flow_seen</incoming><outgoing>flow_toEnd</outgoing>
                </serviceTask>
                <sequenceFlow id="flow_toEnd" sourceRef="serviceTask_recordVisit" targetRef="endEvent_seen"/>
                <endEvent id="endEvent_seen" name="Child seen"><incoming>flow_toEnd</incoming></endEvent>
                <endEvent id="endEvent_notSeen" name="Child not seen"><incoming>flow_notSeen</incoming></endEvent>
              </process>
              <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="home-visit">
                %s
              </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </definitions>
            """.formatted(picture());

    private static final String FORM = """
            {"id": "home-visit.visit", "type": "default", "components": [
              {"type": "checkbox", "key": "childSeen", "label": "The child was seen"},
              {"type": "radio", "key": "place", "label": "Where was the visit?",
               "values": [{"value": "home", "label": "At home"}]}]}
            """;

    private final ModelGate gate = new ModelGate(() -> new ModelWords(
            Set.of("social-worker"),
            Set.of("case-team"),
            Set.of("recordVisit", "otherStep"),
            Set.of("network"),
            Set.of("T20"),
            Map.of("home-visit", new HomeVisit())));

    @Test
    void a_good_model_passes() {
        assertThat(judge(GOOD, FORM)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
                    camunda:delegateExpression="${recordVisit}" | camunda:class="java.lang.Runtime"                       | The setting “class” is not allowed in a model.
                    camunda:delegateExpression="${recordVisit}" | camunda:expression="${runtimeService.suspend()}"        | The setting “expression” is not allowed in a model.
                    camunda:delegateExpression="${recordVisit}" | camunda:type="shell"                                    | The setting “type” is not allowed in a model.
                    camunda:delegateExpression="${recordVisit}" | camunda:delegateExpression="${recordVisit.getClass()}"  | The expression ${recordVisit.getClass()} is not one that a model may use here.
                    camunda:delegateExpression="${recordVisit}" | camunda:delegateExpression="${dataSource}"              | The system has no step “dataSource”.
                    camunda:delegateExpression="${recordVisit}" | camunda:delegateExpression="${otherStep}"               | Its id must be “serviceTask_otherStep”, after the step that it takes.
                    <documentation>See the child alone.</documentation> | <documentation/><extensionElements><camunda:taskListener event="create"/></extensionElements> | “taskListener” is not allowed in a model.
                    <documentation>See the child alone.</documentation> | <extensionElements><camunda:connector/></extensionElements> | “connector” is not allowed in a model.
                    <documentation>See the child alone.</documentation> | <ioSpecification/>                              | “ioSpecification” is not allowed in a model.
                    <documentation>See the child alone.</documentation> | ''                                              | It has no documentation that tells the worker what to do and by which guidance.
                    See the child alone.         | ${network.members(familyId)}  | The expression ${network.members(familyId)} is not one that a model may use here.
                    <documentation>See the child alone.</documentation> | <documentation/><extensionElements><a:executionListener xmlns:a="http://evil.example/DI" event="start"/></extensionElements> | “executionListener” is not allowed in a model.
                    camunda:delegateExpression="${recordVisit}" | camunda:delegateExpression="${recordVisit}" xmlns:a="http://activiti.org/bpmn" a:class="java.lang.Runtime" | The setting “class” is not allowed in a model.
                    xsi:type="tFormalExpression" | xsi:type="tFormalExpression" language="groovy" | The setting “language” is not allowed in a model.
                    ${childSeen}                 | ${childSeen or true}            | The expression ${childSeen or true} is not one that a model may use here.
                    ${childSeen}                 | ${wanted}                     | It asks for “wanted”, which nothing in this pathway declares.
                    ${childSeen}                 | childSeen                     | A condition is a yes-or-no variable, its opposite, or a code; not childSeen.
                    ${childSeen}                 | ${place == 'office'}          | Nobody can answer “place” with “office”.
                    ${childSeen}                 | ${place}                      | “place” is answered by a choice, so the condition must name the choice.
                    ${childSeen}                 | ${childSeen}<documentation/>  | “conditionExpression” has text and elements side by side.
                    <messageEventDefinition id="messageEvent_asked" messageRef="message_asked"/> | <timerEventDefinition><timeDate>${dateTime()}<documentation/></timeDate></timerEventDefinition> | The expression ${dateTime()} is not one that a model may use here.
                    <messageEventDefinition id="messageEvent_asked" messageRef="message_asked"/> | <timerEventDefinition><timeDate>${evil.next(familyId)}</timeDate></timerEventDefinition> | The system cannot answer ${evil.next(familyId)}.
                    <messageEventDefinition id="messageEvent_asked" messageRef="message_asked"/> | <timerEventDefinition><timeCycle>R/PT1S</timeCycle></timerEventDefinition> | Its timer “R/PT1S” does not repeat after hours, days, weeks or months.
                    <messageEventDefinition id="messageEvent_asked" messageRef="message_asked"/> | <timerEventDefinition><timeDuration>soon</timeDuration></timerEventDefinition> | Its timer “soon” is no duration.
                    <startEvent id="startEvent_visitAskedFor" | <startEvent camunda:formRef="home-visit.other" id="startEvent_visitAskedFor" | Its form “home-visit.other” does not come with the pathway.
                    <startEvent id="startEvent_visitAskedFor" | <startEvent camunda:formRef="home-visit.visit" id="startEvent_visitAskedFor" | Its form must be bound to the deployment, so that a case keeps the form it began with.
                    <incoming>flow_toEnd</incoming> | <incoming>flow_toEnd</incoming><messageEventDefinition messageRef="message_asked" camunda:delegateExpression="${recordVisit}"/> | It must announce its message by ${throwMessage}.
                    <outgoing>flow_toSeen</outgoing> | <outgoing>flow_toSeen</outgoing><multiInstanceLoopCharacteristics camunda:collection="${network.members(familyId)}"><completionCondition>${wanted}</completionCondition></multiInstanceLoopCharacteristics> | It asks for “wanted”, which nothing in this pathway declares.
                    <conditionExpression xsi:type | <bpmndi:BPMNDiagram/><conditionExpression xsi:type | “BPMNDiagram” is not allowed in a model.
                    xsi:type="tFormalExpression" | xsi:type="tFormalExpression" xsi:schemaLocation="http://evil.example x.xsd" | The setting “schemaLocation” is not allowed in a model.
                    default="flow_notSeen"       | ''                            | It has no default way out, so a case could get stuck here.
                    candidateGroups="social-worker" | candidateGroups="hacker"   | It must be offered to roles that exist, not to “hacker”.
                    <documentation>See the child alone.</documentation> | <documentation/><extensionElements><camunda:properties><camunda:property name="allocatedTo" value="visitor"/></camunda:properties></extensionElements> | It goes to the worker in “visitor”, which nothing in this pathway declares.
                    <documentation>See the child alone.</documentation> | <documentation/><extensionElements><camunda:properties><camunda:property name="outsideTeam" value="case-team"/><camunda:property name="outsideTeam" value="the-others"/></camunda:properties></extensionElements> | It is for somebody outside the family’s “the-others”, but there is no team of that kind.
                    <documentation>See the child alone.</documentation> | <documentation/><extensionElements><camunda:properties><camunda:property name="notDoneBy" value="userTask_write"/></camunda:properties></extensionElements> | It is not for whoever did “userTask_write”, but no step of a person has that id.
                    <documentation>See the child alone.</documentation> | <documentation/><extensionElements><camunda:properties><camunda:property name="notDoneBy" value="serviceTask_recordVisit"/></camunda:properties></extensionElements> | It is not for whoever did “serviceTask_recordVisit”, but no step of a person has that id.
                    formRef="home-visit.visit"   | formRef="home-visit.other"    | Its form “home-visit.other” does not come with the pathway.
                    formRefBinding="deployment"  | formRefBinding="latest"       | Its form must be bound to the deployment, so that a case keeps the form it began with.
                    timescale.due(execution, 'T20')   | timescale.due(execution, 'T99')    | There is no timescale “T99”.
                    timescale.due(execution, 'T20')   | dateTime().plusDays(10)       | The expression ${dateTime().plusDays(10)} is not one that a model may use here.
                    historyTimeToLive="P36500D"  | historyTimeToLive="P1D"       | The history time to live must be P36500D: only our own retention removes records.
                    process id="home-visit"      | process id="visit-at-home"    | The process must have the id “home-visit”, as its file.
                    name="Visit the family"      | ''                            | It has no label.
                    name="Child not seen"        | name="Child seen"             | Another end has the name “Child seen”; an end names its outcome.
                    home-visit.visit-asked-for   | FOO                           | A message is named <pathway>.<past-tense-fact>, not “FOO”.
                    home-visit.visit-asked-for   | home-visit.visit-refused      | This pathway does not know the message “home-visit.visit-refused”.
                    """)
    void what_is_wrong_is_said_in_a_sentence(String right, String wrong, String sentence) {
        assertThat(GOOD).contains(right);

        assertThat(judge(GOOD.replace(right, wrong), FORM))
                .extracting(Finding::sentence)
                .contains(sentence);
    }

    @Test
    void a_step_may_ask_for_somebody_outside_the_family_s_team_who_did_not_do_another_step() {
        assertThat(judge(GOOD.replace("<documentation>See the child alone.</documentation>", """
                                <documentation>See the child alone.</documentation><extensionElements><camunda:properties>
                                  <camunda:property name="outsideTeam" value="case-team"/>
                                  <camunda:property name="notDoneBy" value="userTask_visit"/>
                                </camunda:properties></extensionElements>
                                """), FORM))
                .isEmpty();
    }

    @Test
    void a_gateway_that_both_waits_for_ways_and_opens_several_is_refused() {
        assertThat(judge(
                        GOOD.replace("exclusiveGateway", "inclusiveGateway")
                                .replace(
                                        "<incoming>flow_toSeen</incoming>",
                                        "<incoming>flow_toSeen</incoming><incoming>flow_toVisit</incoming>"),
                        FORM))
                .contains(new Finding(
                        "gateway_childSeen", "It waits for several ways and opens several: use one gateway for each."));
    }

    @Test
    void a_generated_id_is_refused() {
        assertThat(judge(GOOD.replace("userTask_visit", "Activity_0049ryx"), FORM))
                .extracting(Finding::sentence)
                .contains("The id must be “userTask_” followed by a name in camelCase that somebody chose.");
    }

    @Test
    void what_runs_but_is_not_in_the_picture_is_refused() {
        assertThat(judge(
                        GOOD.replace("bpmnElement=\"serviceTask_recordVisit\"", "bpmnElement=\"userTask_visit\""),
                        FORM))
                .contains(new Finding("serviceTask_recordVisit", "It is missing from the picture."));
    }

    @Test
    void a_file_with_an_external_entity_is_refused_unread() {
        String attack =
                GOOD.replace("<definitions", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions");

        assertThat(judge(attack, FORM))
                .containsExactly(new Finding("model", "The file is not a model that can be read."));
    }

    @Test
    void a_form_that_tasklist_cannot_show_is_refused() {
        assertThat(judge(GOOD, FORM.replace("\"checkbox\"", "\"filepicker\"")))
                .extracting(Finding::sentence)
                .containsExactly("Tasklist cannot show a question of the type “filepicker”.");
        assertThat(judge(GOOD, FORM.replace("home-visit.visit", "visit")))
                .extracting(Finding::sentence)
                .containsExactly("The form's id must be “home-visit.visit”.");
        assertThat(judge(GOOD, "no form")).extracting(Finding::sentence).containsExactly("The form cannot be read.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "type": "group", "path": "visit", "components": []          | What stands in a group is stored by its own key, so the group can have no path.
                    "type": "dynamiclist", "path": "a.b", "label": "Rooms"      | The key “a.b” of a question must be a camelCase word.
                    "type": "select", "key": "who", "label": "Who?"             | The question “who” has no answers to choose from.
                    "type": "select", "key": "who", "label": "Who?", "valuesExpression": "=x" | The question “who” has the setting “valuesExpression”, which the server cannot check.
                    "type": "textfield", "key": "who", "label": "Who?", "readonly": true | The question “who” has the setting “readonly”, which the server cannot check.
                    "type": "textfield", "key": "who", "label": "Who?", "validate": {"validationType": "phone"} | The question “who” has the rule “validationType: phone”, which the server cannot check.
                    "type": "textfield", "key": "who", "label": "Who?", "validate": {"pattern": "["} | The question “who” has the rule “pattern: [”, which the server cannot check.
                    "type": "number", "key": "age", "label": "Age", "validate": {"min": "=other"} | The question “age” has the rule “min: =other”, which the server cannot check.
                    "type": "text", "text": "Note", "conditional": {"hide": "=born ="} | “=born =” does not say when a question is hidden.
                    "type": "text", "text": "Note", "conditional": {"hide": "born"} | “born” does not say when a question is hidden.
                    """)
    void a_form_that_the_server_could_not_check_is_refused(String component, String sentence) {
        assertThat(judge(GOOD, FORM.replace("\"components\": [", "\"components\": [{" + component + "},")))
                .extracting(Finding::sentence)
                .contains(sentence);
    }

    @Test
    void a_script_file_is_refused() {
        assertThat(gate.judge(Map.of("bpmn/evil.groovy", new byte[0])))
                .containsExactly(new Finding("bpmn/evil.groovy", "Files of this kind are not deployed."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"home-visit.bpmn", "bpmn/evilbpmn", "bpmn/home-visit.bpmn20.xml", "visit.form", "META-INF/x.bpmn"
            })
    void a_file_that_is_not_in_its_place_is_refused(String path) {
        assertThat(gate.judge(Map.of(path, GOOD.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(new Finding(path, "Files of this kind are not deployed."));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    <text>"T01"</text> | <text>"T01"</text>                                  |
                    <text>"T01"</text> | <text>not("T01"), [1..5], date("2026-11-25")</text> |
                    <text>"T01"</text> | <text>${runtimeService}</text>                      | A decision holds values and comparisons, not “${runtimeService}”.
                    <text>"T01"</text> | <text>java.lang.Runtime.exec("x")</text>            | A decision holds values and comparisons, not “java.lang.Runtime.exec("x")”.
                    <text>"T01"</text> | <text>/* " */ exec(1) /* " */</text>                | A decision holds values and comparisons, not “/* " */ exec(1) /* " */”.
                    camunda:historyTimeToLive="P36500D" | camunda:historyTimeToLive="P1D"      | The history time to live must be P36500D: only our own retention removes records.
                    decision id="days" | decision camunda:decisionRequirementsRef="x" id="days" | The setting “camunda:decisionRequirementsRef” is not allowed in a decision.
                    <text>code</text>  | <text>code.getClass()</text>                        | A decision holds values and comparisons, not “code.getClass()”.
                    <inputEntry        | <inputEntry expressionLanguage="groovy"             | The setting “expressionLanguage” is not allowed in a decision.
                    <inputEntry id="e"><text>"T01"</text></inputEntry> | <literalExpression/> | “literalExpression” is not allowed in a decision.
                    decision id="days" | decision id="weeks"                                 | A file holds one decision, which has the id “days”.
                    """)
    void a_decision_is_a_table_of_values(String right, String wrong, @Nullable String sentence) {
        String table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions" name="Days"
                    namespace="http://familypathways.org/bpmn" xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="days" name="Days" camunda:historyTimeToLive="P36500D"><decisionTable id="table">
                    <input id="i"><inputExpression id="x" typeRef="string"><text>code</text></inputExpression></input>
                    <output id="o" name="value" typeRef="string" />
                    <rule id="r"><inputEntry id="e"><text>"T01"</text></inputEntry><outputEntry id="v"><text>1</text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>
                """;
        assertThat(table).contains(right);

        assertThat(gate.judge(
                        Map.of("bpmn/days.dmn", table.replace(right, wrong).getBytes(StandardCharsets.UTF_8))))
                .extracting(Finding::sentence)
                .containsExactlyElementsOf(sentence == null ? List.of() : List.of(sentence));
    }

    private List<Finding> judge(String model, String form) {
        return gate.judge(Map.of(
                "bpmn/home-visit.bpmn", model.getBytes(StandardCharsets.UTF_8),
                "forms/home-visit/visit.form", form.getBytes(StandardCharsets.UTF_8)));
    }

    private static String picture() {
        var picture = new StringBuilder();
        for (String node : List.of(
                "startEvent_visitAskedFor",
                "userTask_visit",
                "gateway_childSeen",
                "serviceTask_recordVisit",
                "endEvent_seen",
                "endEvent_notSeen")) {
            picture.append(
                    "<bpmndi:BPMNShape bpmnElement=\"%s\"><dc:Bounds x=\"0\" y=\"0\" width=\"9\" height=\"9\"/></bpmndi:BPMNShape>%n"
                            .formatted(node));
        }
        for (String flow : List.of("flow_toVisit", "flow_toSeen", "flow_seen", "flow_notSeen", "flow_toEnd")) {
            picture.append(
                    "<bpmndi:BPMNEdge bpmnElement=\"%s\"><di:waypoint x=\"0\" y=\"0\"/><di:waypoint x=\"9\" y=\"9\"/></bpmndi:BPMNEdge>%n"
                            .formatted(flow));
        }
        return picture.toString();
    }

    private static final class HomeVisit implements Pathway {

        @Override
        public String key() {
            return "home-visit";
        }

        @Override
        public List<ProcessVariable<?>> variables() {
            return List.of(ProcessVariable.flag("childSeen"), ProcessVariable.text("place"));
        }

        @Override
        public List<String> messages() {
            return List.of("home-visit.visit-asked-for");
        }
    }
}
