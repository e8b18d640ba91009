package org.familypathways.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;

/**
 * The forms of deployed pathways. A form goes live in one deployment with its model and never changes there, so each is
 * read once for each version of a pathway.
 */
final class DeployedForms {

    private final Map<String, Optional<FormDefinition>> forms = new ConcurrentHashMap<>();

    Optional<FormDefinition> ofTask(CommandContext context, String processDefinitionId, String taskKey) {
        return forms.computeIfAbsent(processDefinitionId + "/" + taskKey, id -> {
            var definition = definition(context, processDefinitionId);
            return load(
                    context,
                    definition,
                    definition.getTaskDefinitions().get(taskKey).getCamundaFormDefinitionKey());
        });
    }

    Optional<FormDefinition> ofStart(CommandContext context, String processDefinitionId) {
        return forms.computeIfAbsent(processDefinitionId, id -> {
            var definition = definition(context, processDefinitionId);
            var start = definition.getStartFormDefinition();
            return load(context, definition, start == null ? null : start.getCamundaFormDefinitionKey());
        });
    }

    static ProcessDefinitionEntity definition(CommandContext context, String processDefinitionId) {
        return context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId);
    }

    private static Optional<FormDefinition> load(
            CommandContext context, ProcessDefinitionEntity definition, @Nullable Expression key) {
        if (key == null) {
            return Optional.empty();
        }
        var deployed = context.getCamundaFormDefinitionManager()
                .findDefinitionByDeploymentAndKey(definition.getDeploymentId(), key.getExpressionText());
        var resource = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(deployed.getDeploymentId(), deployed.getResourceName());
        return Optional.of(FormDefinition.parse(resource.getBytes(), deployed.getVersion()));
    }
}
