package org.familypathways.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's form service, with every submission passing through {@link Submissions}. */
final class RecordingFormService extends FormServiceImpl {

    private final Submissions submissions;

    RecordingFormService(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public void submitTaskForm(String taskId, @Nullable Map<String, Object> properties) {
        submitTaskFormWithVariablesInReturn(taskId, properties, false);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> properties, boolean deserializeValues) {
        return submissions.completing(
                commandExecutor,
                taskId,
                properties,
                routing -> super.submitTaskFormWithVariablesInReturn(taskId, routing, deserializeValues));
    }

    @Override
    @SuppressWarnings("deprecation")
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, new LinkedHashMap<>(properties));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, @Nullable Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, (String) null, properties);
    }

    /**
     * The case's business key is ours to give. One that comes with a form names the handing in of this form: whoever sends
     * the same again, by a second click or because no answer came, has begun one case.
     */
    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, @Nullable String businessKey, @Nullable Map<String, Object> properties) {
        return submissions.starting(
                commandExecutor,
                processDefinitionId,
                businessKey,
                properties,
                routing -> super.submitStartForm(processDefinitionId, routing));
    }

    @Override
    @SuppressWarnings("deprecation")
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, new LinkedHashMap<>(properties));
    }

    @Override
    @SuppressWarnings("deprecation")
    public ProcessInstance submitStartFormData(
            String processDefinitionId, @Nullable String businessKey, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, businessKey, new LinkedHashMap<>(properties));
    }
}
