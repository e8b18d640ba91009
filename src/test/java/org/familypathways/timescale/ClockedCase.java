package org.familypathways.timescale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.record.Families;
import org.springframework.stereotype.Component;

/** A case whose only purpose is to have clocks: a task with a timer, a step for each person, and an event. */
@Component
class ClockedCase {

    static final String KEY = "clocked-case";
    static final String CONFERENCE = "userTask_holdConference";
    /** A team manager's task. */
    static final String PLAN = "userTask_circulatePlan";

    static final String VISIT = "userTask_visitPerson";
    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://familypathways.org/bpmn">
              <bpmn:process id="clocked-case" name="Clocked case" isExecutable="true"
                  camunda:historyTimeToLive="P36500D">
                <bpmn:startEvent id="startEvent_begun" />
                <bpmn:sequenceFlow id="flow_begun" sourceRef="startEvent_begun" targetRef="gateway_fork" />
                <bpmn:parallelGateway id="gateway_fork" />
                <bpmn:sequenceFlow id="flow_conference" sourceRef="gateway_fork" targetRef="userTask_holdConference" />
                <bpmn:sequenceFlow id="flow_visits" sourceRef="gateway_fork" targetRef="userTask_visitPerson" />
                <bpmn:sequenceFlow id="flow_plan" sourceRef="gateway_fork" targetRef="userTask_circulatePlan" />
                <bpmn:sequenceFlow id="flow_urgent" sourceRef="gateway_fork" targetRef="event_urgentHeld" />
                <bpmn:userTask id="userTask_holdConference" name="Hold the conference"
                    camunda:candidateGroups="social-worker"
                    camunda:dueDate="${timescale.due(execution, 'T11')}"
                    camunda:followUpDate="${timescale.warning(execution, 'T11')}">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="meets" value="T11" />
                    <camunda:property name="metOn" value="heldOn" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:boundaryEvent id="event_conferenceDue" cancelActivity="false"
                    attachedToRef="userTask_holdConference">
                  <bpmn:timerEventDefinition>
                    <bpmn:timeDate>${timescale.due(execution, 'T11')}</bpmn:timeDate>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="flow_due" sourceRef="event_conferenceDue" targetRef="endEvent_due" />
                <bpmn:endEvent id="endEvent_due" />
                <bpmn:sequenceFlow id="flow_held" sourceRef="userTask_holdConference" targetRef="endEvent_held" />
                <bpmn:endEvent id="endEvent_held" />
                <bpmn:userTask id="userTask_visitPerson" name="Visit the person"
                    camunda:candidateGroups="social-worker"
                    camunda:dueDate="${timescale.due(execution, 'T50')}"
                    camunda:followUpDate="${timescale.warning(execution, 'T50')}">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="meets" value="T50, T51" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:multiInstanceLoopCharacteristics camunda:collection="people"
                      camunda:elementVariable="personId" />
                </bpmn:userTask>
                <bpmn:sequenceFlow id="flow_visited" sourceRef="userTask_visitPerson" targetRef="endEvent_visited" />
                <bpmn:endEvent id="endEvent_visited" />
                <bpmn:userTask id="userTask_circulatePlan" name="Circulate the plan"
                    camunda:candidateGroups="team-manager"
                    camunda:dueDate="${timescale.due(execution, 'T54')}"
                    camunda:followUpDate="${timescale.warning(execution, 'T54')}" />
                <bpmn:sequenceFlow id="flow_circulated" sourceRef="userTask_circulatePlan"
                    targetRef="endEvent_circulated" />
                <bpmn:endEvent id="endEvent_circulated" />
                <bpmn:intermediateCatchEvent id="event_urgentHeld">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="meets" value="T53" />
                    <camunda:property name="stops" value="T52" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:messageEventDefinition messageRef="message_urgentHeld" />
                </bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="flow_urgentHeld" sourceRef="event_urgentHeld" targetRef="endEvent_urgent" />
                <bpmn:endEvent id="endEvent_urgent" />
              </bpmn:process>
              <bpmn:message id="message_urgentHeld" name="clocked-case.urgent-held" />
            </bpmn:definitions>
            """;

    private final ProcessEngine engine;
    private final Families families;

    ClockedCase(ProcessEngine engine, Families families) {
        this.engine = engine;
        this.families = families;
    }

    /** A case of a new family with two people to be visited. */
    Begun begin() {
        deploy();
        String family = families.create("north").id();
        return new Begun(family, begin(family));
    }

    /** Somebody does the work; who may do it is not the point here. */
    void complete(Task task) {
        engine.getTaskService().setAssignee(task.getId(), "amina.khan");
        engine.getTaskService().complete(task.getId());
    }

    private String begin(String family) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        KEY, Map.of("familyId", family, "people", new ArrayList<>(List.of("P-900001", "P-900002"))))
                .getId();
    }

    private void deploy() {
        engine.getRepositoryService()
                .createDeployment()
                .name(KEY)
                .enableDuplicateFiltering(true)
                .addString("clocked-case.bpmn", MODEL)
                .deploy();
    }

    record Begun(String family, String id) {

        ClockSubject subject() {
            return new ClockSubject(family, null, id);
        }

        ClockSubject person(String personId) {
            return new ClockSubject(family, null, personId, id);
        }
    }
}
