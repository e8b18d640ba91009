package org.familypathways.access.process;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
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
        if (oldAssignee != null && !oldAssignee.equals(newAssignee) && !isOffered((TaskEntity) task, oldAssignee)) {
            withdraw(getGrantAuthorizationByUserId(oldAssignee, Resources.TASK, task.getId()));
        }
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    /** By name, as a restricted family's tasks are; the engine keeps one right for both the offer and the assignee. */
    private static boolean isOffered(TaskEntity task, String accountId) {
        return task.getCandidates().stream().anyMatch(link -> accountId.equals(link.getUserId()));
    }

    /** Lets a group of managers see the task and hand it to somebody; it may be offered to them as well. */
    void letManage(Task task, String groupId) {
        // a right that the same command gave is not in the database yet, and there may be only one of a group
        grantedJustNow(task, groupId)
                .ifPresentOrElse(
                        right -> {
                            right.addPermission(Permissions.READ);
                            right.addPermission(Permissions.TASK_ASSIGN);
                        },
                        () -> save(createOrUpdateAuthorization(
                                task,
                                null,
                                groupId,
                                Resources.TASK,
                                false,
                                Permissions.READ,
                                Permissions.TASK_ASSIGN)));
    }

    private static Optional<AuthorizationEntity> grantedJustNow(Task task, String groupId) {
        return Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntitiesByType(AuthorizationEntity.class)
                .stream()
                .filter(right -> right.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT)
                .filter(right -> right.getResourceType() == Resources.TASK.resourceType())
                .filter(right ->
                        groupId.equals(right.getGroupId()) && task.getId().equals(right.getResourceId()))
                .findFirst();
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
