package org.familypathways.tasklist.process;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.familypathways.engine.AsTheSystem;
import org.springframework.stereotype.Component;

/** Whose drafts belong where: a worker drafts the tasks that they have or can claim, and the cases that they may begin. */
@Component
public class DraftRights {

    private static final String START = "start:";

    private final TaskService tasks;
    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final AsTheSystem asTheSystem;

    DraftRights(
            TaskService tasks,
            IdentityService identities,
            AuthorizationService authorizations,
            AsTheSystem asTheSystem) {
        this.tasks = tasks;
        this.identities = identities;
        this.authorizations = authorizations;
        this.asTheSystem = asTheSystem;
    }

    /** @param form a task's id, or {@code start:} and the key of a pathway */
    public boolean mayDraft(String accountId, String form) {
        return asTheSystem.run(() -> form.startsWith(START)
                ? mayBegin(accountId, form.substring(START.length()))
                : mayWorkOn(accountId, form));
    }

    private boolean mayWorkOn(String accountId, String taskId) {
        return tasks.createTaskQuery()
                        .taskId(taskId)
                        .or()
                        .taskAssignee(accountId)
                        .taskCandidateUser(accountId)
                        .endOr()
                        .count()
                > 0;
    }

    private boolean mayBegin(String accountId, String pathway) {
        List<String> groups = identities.createGroupQuery().groupMember(accountId).list().stream()
                .map(Group::getId)
                .toList();
        return authorizations.isUserAuthorized(
                accountId, groups, Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, pathway);
    }
}
