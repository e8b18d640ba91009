package org.familypathways.access.process;

import java.util.Set;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own rights on a task follow its offer and its assignee. The engine by itself leaves a right with whoever
 * once had the task; here it goes when the task goes.
 */
final class TaskRights extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
        if (oldAssignee != null && !oldAssignee.equals(newAssignee)) {
            withdraw(getGrantAuthorizationByUserId(oldAssignee, Resources.TASK, task.getId()));
        }
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    /** Lets a group of managers see the task and hand it to somebody. */
    void letManage(Task task, String groupId) {
        save(createOrUpdateAuthorization(
                task, groupId, null, Resources.TASK, false, Permissions.READ, Permissions.TASK_ASSIGN));
    }

    /** Gives somebody the task by name. */
    void letWork(Task task, String accountId) {
        save(createOrUpdateAuthorization(
                task, null, accountId, Resources.TASK, false, Permissions.READ, Permissions.TASK_WORK));
    }

    /** Withdraws every right on the task but those of these groups and people. */
    void keepOnly(Task task, Set<String> groups, Set<String> people) {
        var query = (AuthorizationQueryImpl)
                new AuthorizationQueryImpl().resourceType(Resources.TASK).resourceId(task.getId());
        Context.getCommandContext().getAuthorizationManager().selectAuthorizationByQueryCriteria(query).stream()
                .map(AuthorizationEntity.class::cast)
                .filter(right -> right.getGroupId() == null
                        ? !people.contains(right.getUserId())
                        : !groups.contains(right.getGroupId()))
                .forEach(TaskRights::withdraw);
    }

    private static void save(AuthorizationEntity right) {
        if (right.getId() == null) {
            Context.getCommandContext().getDbEntityManager().insert(right);
        }
    }

    private static void withdraw(@Nullable AuthorizationEntity right) {
        if (right != null) {
            Context.getCommandContext().getDbEntityManager().delete(right);
        }
    }
}
