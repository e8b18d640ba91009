package org.familypathways.engine;

import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's task service, in which everybody claims for themselves and every completion passes through {@link Submissions}. */
final class RecordingTaskService extends TaskServiceImpl {

    private final Submissions submissions;

    RecordingTaskService(Submissions submissions) {
        this.submissions = submissions;
    }

    /**
     * Whoever claims takes a task for themselves; for anybody else it is handed on, which needs the right to. Of two
     * clicks at the same moment the slower one looks again, and finds the task claimed: by itself or another.
     */
    @Override
    public void claim(String taskId, @Nullable String userId) {
        String worker = commandExecutor.execute(CommandContext::getAuthenticatedUserId);
        if (worker != null && !worker.equals(userId)) {
            setAssignee(taskId, userId);
            return;
        }
        Refusals.plainly(() -> {
            try {
                super.claim(taskId, userId);
            } catch (OptimisticLockingException | ProcessEnginePersistenceException otherWasFaster) {
                super.claim(taskId, userId);
            }
            return true;
        });
    }

    /** Whoever holds a task may give it back; anything else that is done with a task in other hands needs the right to. */
    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        Command<Boolean> assign = context -> {
            super.setAssignee(taskId, userId);
            return true;
        };
        Command<Boolean> assignOrGiveBack = context -> userId == null && isInOwnHands(context, taskId)
                ? context.runWithoutAuthorization(() -> assign.execute(context))
                : assign.execute(context);
        Refusals.plainly(() -> commandExecutor.execute(assignOrGiveBack));
    }

    private static boolean isInOwnHands(CommandContext context, String taskId) {
        String worker = context.getAuthenticatedUserId();
        var task = context.getTaskManager().findTaskById(taskId);
        return worker != null && task != null && worker.equals(task.getAssignee());
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
