package org.familypathways.timescale;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.engine.Pathway;
import org.familypathways.engine.ProcessVariable;
import org.familypathways.record.Families;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.PassableModel;
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
                <bpmn:documentation>A case for trying clocks.</bpmn:documentation>
                <bpmn:startEvent id="startEvent_begun" name="Case begun" />
                <bpmn:sequenceFlow id="flow_begun" sourceRef="startEvent_begun" targetRef="gateway_fork" />
                <bpmn:parallelGateway id="gateway_fork" name="Begin all of it" />
                <bpmn:sequenceFlow id="flow_conference" sourceRef="gateway_fork" targetRef="userTask_holdConference" />
                <bpmn:sequenceFlow id="flow_visits" sourceRef="gateway_fork" targetRef="userTask_visitPerson" />
                <bpmn:sequenceFlow id="flow_plan" sourceRef="gateway_fork" targetRef="userTask_circulatePlan" />
                <bpmn:sequenceFlow id="flow_urgent" sourceRef="gateway_fork" targetRef="event_urgentHeld" />
                <bpmn:userTask id="userTask_holdConference" name="Hold the conference"
                    camunda:formRef="clocked-case.hold-conference" camunda:formRefBinding="deployment"
                    camunda:candidateGroups="social-worker"
                    camunda:dueDate="${timescale.due(execution, 'T11')}"
                    camunda:followUpDate="${timescale.warning(execution, 'T11')}">
                  <bpmn:documentation>Do it, so that its clock is met.</bpmn:documentation>
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="meets" value="T11" />
                    <camunda:property name="metOn" value="heldOn" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:boundaryEvent id="event_conferenceDue" name="Conference due" cancelActivity="false"
                    attachedToRef="userTask_holdConference">
                  <bpmn:timerEventDefinition>
                    <bpmn:timeDate>${timescale.due(execution, 'T11')}</bpmn:timeDate>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="flow_due" sourceRef="event_conferenceDue" targetRef="endEvent_due" />
                <bpmn:endEvent id="endEvent_due" name="Conference due" />
                <bpmn:sequenceFlow id="flow_held" sourceRef="userTask_holdConference" targetRef="endEvent_held" />
                <bpmn:endEvent id="endEvent_held" name="Conference held" />
                <bpmn:userTask id="userTask_visitPerson" name="Visit the person"
                    camunda:formRef="clocked-case.visit-person" camunda:formRefBinding="deployment"
                    camunda:candidateGroups="social-worker"
                    camunda:dueDate="${timescale.due(execution, 'T50')}"
                    camunda:followUpDate="${timescale.warning(execution, 'T50')}">
                  <bpmn:documentation>Do it, so that its clock is met.</bpmn:documentation>
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="meets" value="T50, T51" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:multiInstanceLoopCharacteristics camunda:collection="${network.members(familyId)}"
                      camunda:elementVariable="personId" />
                </bpmn:userTask>
                <bpmn:sequenceFlow id="flow_visited" sourceRef="userTask_visitPerson" targetRef="endEvent_visited" />
                <bpmn:endEvent id="endEvent_visited" name="People visited" />
                <bpmn:userTask id="userTask_circulatePlan" name="Circulate the plan"
                    camunda:formRef="clocked-case.circulate-plan" camunda:formRefBinding="deployment"
                    camunda:candidateGroups="team-manager"
                    camunda:dueDate="${timescale.due(execution, 'T54')}"
                    camunda:followUpDate="${timescale.warning(execution, 'T54')}">
                  <bpmn:documentation>Do it, so that its clock is met.</bpmn:documentation>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="flow_circulated" sourceRef="userTask_circulatePlan"
                    targetRef="endEvent_circulated" />
                <bpmn:endEvent id="endEvent_circulated" name="Plan circulated" />
                <bpmn:intermediateCatchEvent id="event_urgentHeld" name="Urgent conference held">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="meets" value="T53" />
                    <camunda:property name="stops" value="T52" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:messageEventDefinition messageRef="message_urgentHeld" />
                </bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="flow_urgentHeld" sourceRef="event_urgentHeld" targetRef="endEvent_urgent" />
                <bpmn:endEvent id="endEvent_urgent" name="Urgent conference held" />
              </bpmn:process>
              <bpmn:message id="message_urgentHeld" name="clocked-case.urgent-held" />
            </bpmn:definitions>
            """;

    private final ProcessEngine engine;
    private final Families families;
    private final NetworkMembers network;

    ClockedCase(ProcessEngine engine, Families families, NetworkMembers network) {
        this.engine = engine;
        this.families = families;
        this.network = network;
    }

    /** A case of a new family with two people to be visited. */
    Begun begin() {
        deploy();
        String family = families.create("north").id();
        for (String name : List.of("Alex", "Kim")) {
            network.add(family, new NewNetworkMember(name, "Example", "aunt", false, null, null, null, null));
        }
        return new Begun(family, begin(family));
    }

    /** Somebody does the work; who may do it is not the point here. */
    void complete(Task task) {
        engine.getTaskService().setAssignee(task.getId(), "amina.khan");
        engine.getTaskService().complete(task.getId());
    }

    private String begin(String family) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(KEY, Map.of("familyId", family))
                .getId();
    }

    private void deploy() {
        PassableModel.of(KEY, MODEL)
                .withForms("hold-conference", "visit-person", "circulate-plan")
                .deploy(engine);
    }

    @Component
    static class Vocabulary implements Pathway {

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public List<ProcessVariable<?>> variables() {
            return List.of();
        }

        @Override
        public List<String> messages() {
            return List.of("clocked-case.urgent-held");
        }
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
