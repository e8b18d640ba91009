package org.familypathways.access.process;

import java.util.List;
import org.familypathways.engine.Pathway;
import org.familypathways.engine.ProcessVariable;
import org.familypathways.testing.PassableModel;
import org.springframework.stereotype.Component;

/** A case with one step, which goes to the co-ordinator to whom the family is allocated. */
@Component
class AllocatedCase implements Pathway {

    static final String KEY = "allocated-case";
    static final String VISIT = "userTask_visitFamily";
    static final PassableModel MODEL = PassableModel.of(KEY, """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://familypathways.org/bpmn">
                      <bpmn:process id="allocated-case" name="Allocated case" isExecutable="true"
                          camunda:historyTimeToLive="P36500D">
                        <bpmn:documentation>A case for trying who gets a step.</bpmn:documentation>
                        <bpmn:startEvent id="startEvent_begun" name="Case begun" />
                        <bpmn:sequenceFlow id="flow_begun" sourceRef="startEvent_begun" targetRef="userTask_visitFamily" />
                        <bpmn:userTask id="userTask_visitFamily" name="Visit the family"
                            camunda:formRef="allocated-case.visit-family" camunda:formRefBinding="deployment"
                            camunda:candidateGroups="fgc-coordinator"
                            camunda:dueDate="${timescale.due(execution, 'T50')}"
                            camunda:followUpDate="${timescale.warning(execution, 'T50')}">
                          <bpmn:documentation>See the family at home.</bpmn:documentation>
                          <bpmn:extensionElements><camunda:properties>
                            <camunda:property name="allocatedTo" value="coordinator" />
                            <camunda:property name="outsideTeam" value="case-team" />
                          </camunda:properties></bpmn:extensionElements>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="flow_visited" sourceRef="userTask_visitFamily" targetRef="endEvent_visited" />
                        <bpmn:endEvent id="endEvent_visited" name="Family visited" />
                      </bpmn:process>
                    </bpmn:definitions>
                    """).withForms("visit-family");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<ProcessVariable<?>> variables() {
        return List.of(ProcessVariable.text("coordinator"));
    }

    @Override
    public List<String> messages() {
        return List.of();
    }
}
