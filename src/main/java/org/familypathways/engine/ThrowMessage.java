package org.familypathways.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.springframework.stereotype.Component;

/**
 * What a throwing message event of any model does: announces the event's own message for the family of the case. The
 * event's input parameters travel with it, and nothing else.
 */
@Component
class ThrowMessage implements JavaDelegate {

    private final PathwayStarts pathways;

    ThrowMessage(PathwayStarts pathways) {
        this.pathways = pathways;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var event = (ThrowEvent) execution.getBpmnModelElementInstance();
        String familyId = (String) execution.getVariable(PathwayStarts.FAMILY);
        pathways.announce(messageOf(event), familyId, carriedBy(event, execution));
    }

    private static String messageOf(ThrowEvent event) {
        return event.getEventDefinitions().stream()
                .map(MessageEventDefinition.class::cast)
                .findFirst()
                .orElseThrow()
                .getMessage()
                .getName();
    }

    private static Map<String, Object> carriedBy(ThrowEvent event, DelegateExecution execution) {
        var carried = new LinkedHashMap<String, Object>();
        var extensions = event.getExtensionElements();
        if (extensions != null) {
            extensions.getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                    .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                    .map(CamundaInputParameter::getCamundaName)
                    .forEach(name -> carried.put(name, execution.getVariable(name)));
        }
        return carried;
    }
}
