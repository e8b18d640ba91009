package org.familypathways.engine;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Which answers of a pathway's forms may become variables of the engine: those that its vocabulary declares, and those
 * that its model declares itself by a property {@code variable:<name>} of the process.
 */
final class RoutingVariables {

    static final String DECLARATION = "variable:";

    private final ObjectProvider<Pathway> pathways;
    private final Map<String, Set<String>> declared = new ConcurrentHashMap<>();

    RoutingVariables(ObjectProvider<Pathway> pathways) {
        this.pathways = pathways;
    }

    Set<String> of(CommandContext context, String processDefinitionId) {
        return declared.computeIfAbsent(processDefinitionId, id -> {
            var definition = DeployedForms.definition(context, processDefinitionId);
            var names = new HashSet<String>();
            pathways.stream()
                    .filter(pathway -> pathway.key().equals(definition.getKey()))
                    .flatMap(pathway -> pathway.variables().stream())
                    .forEach(variable -> names.add(variable.name()));
            var model = context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findBpmnModelInstanceForProcessDefinition(definition);
            declaredBy(model).forEach(names::add);
            return Set.copyOf(names);
        });
    }

    private static Stream<String> declaredBy(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .map(Process::getExtensionElements)
                .filter(Objects::nonNull)
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .map(CamundaProperty::getCamundaName)
                .filter(name -> name != null && name.startsWith(DECLARATION))
                .map(name -> name.substring(DECLARATION.length()));
    }
}
