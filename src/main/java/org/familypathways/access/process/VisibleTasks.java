package org.familypathways.access.process;

import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.springframework.stereotype.Component;

/** Which tasks are there for a worker. One that is not theirs is not to be told from one that does not exist. */
@Component
public class VisibleTasks {

    private final TaskService tasks;
    private final HistoryService history;
    private final IdentityService identities;
    private final WorkerGroups groups;
    private final FamilyAccess access;

    VisibleTasks(
            TaskService tasks,
            HistoryService history,
            IdentityService identities,
            WorkerGroups groups,
            FamilyAccess access) {
        this.access = access;
        this.tasks = tasks;
        this.history = history;
        this.identities = identities;
        this.groups = groups;
    }

    /** Whether the signed-in worker may see the open task. */
    public boolean sees(String taskId) {
        String account = CurrentWorker.accountId().orElseThrow();
        return with(
                () -> identities.setAuthentication(account, groups.of(account)),
                () -> tasks.createTaskQuery().taskId(taskId).count() > 0);
    }

    /**
     * Whether the task was done, or is no longer needed; whoever still had it open is told which, unless the family is
     * closed to them.
     */
    public boolean isOver(String taskId) {
        boolean closed = access.isTaskClosedTo(CurrentWorker.accountId().orElseThrow(), taskId);
        boolean over = with(
                identities::clearAuthentication,
                () -> history.createHistoricTaskInstanceQuery()
                                .taskId(taskId)
                                .finished()
                                .count()
                        > 0);
        return over && !closed;
    }

    /** The engine may know already who is signed in, and goes on knowing it. */
    private boolean with(Runnable authentication, BooleanSupplier question) {
        var before = identities.getCurrentAuthentication();
        authentication.run();
        try {
            return question.getAsBoolean();
        } finally {
            identities.setAuthentication(before);
        }
    }
}
