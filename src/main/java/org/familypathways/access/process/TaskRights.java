package org.familypathways.access.process;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own rights on a task follow its offer and nothing else: whoever has it in hand is one of those to whom it
 * is offered, and loses the right with the offer.
 */
final class TaskRights extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
        return null;
    }

    @Override
    protected @Nullable AuthorizationEntity getGrantAuthorization(
            String taskId, @Nullable String userId, @Nullable String groupId, Resource resource) {
        // nobody has a right yet on a task that this very command makes
        return isNew(resource, taskId) ? null : super.getGrantAuthorization(taskId, userId, groupId, resource);
    }

    private static boolean isNew(Resource resource, String id) {
        var cache = Context.getCommandContext().getDbEntityManager().getDbEntityCache();
        var task = resource == Resources.TASK ? cache.get(TaskEntity.class, id) : null;
        return task != null && cache.isTransient(task);
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
