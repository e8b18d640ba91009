package org.familypathways.engine;

import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's task service, with every completion passing through {@link Submissions}. */
final class RecordingTaskService extends TaskServiceImpl {

    private final Submissions submissions;

    RecordingTaskService(Submissions submissions) {
        this.submissions = submissions;
    }

    /** Of two clicks at the same moment the slower one looks again, and finds the task claimed: by itself or another. */
    @Override
    public void claim(String taskId, @Nullable String userId) {
        try {
            super.claim(taskId, userId);
        } catch (OptimisticLockingException | ProcessEnginePersistenceException otherWasFaster) {
            super.claim(taskId, userId);
        }
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        submissions.completing(commandExecutor, taskId, variables, routing -> {
            super.complete(taskId, routing);
            return true;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserializeValues) {
        return submissions.completing(
                commandExecutor,
                taskId,
                variables,
                routing -> super.completeWithVariablesInReturn(taskId, routing, deserializeValues));
    }

    /** Delegated tasks do not exist here; resolving one would be a way round the form. */
    @Override
    public void resolveTask(String taskId) {
        throw new SubmissionRefused("Tasks are completed, not resolved.");
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
        resolveTask(taskId);
    }
}
