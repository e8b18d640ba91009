package org.familypathways.access.process;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Whoever claims or completes a task must be the right person. That is asked of the offer as it is now, from which the
 * engine's own rights on the task were made, so they are not asked as well.
 */
final class DutyChecker extends AuthorizationCommandChecker {

    private final TaskDuties duties;

    DutyChecker(TaskDuties duties) {
        this.duties = duties;
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
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
