package org.familypathways.access.process;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The engine's own check of rights, and after it ours: whoever claims or completes must also be the right person. */
final class DutyChecker extends AuthorizationCommandChecker {

    private final TaskDuties duties;

    DutyChecker(TaskDuties duties) {
        this.duties = duties;
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        duties.checkWork(task);
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        try {
            super.checkTaskAssign(task);
        } catch (AuthorizationException e) {
            throw new AuthorizationException("Only a manager of the team may put this task into other hands.");
        }
    }
}
