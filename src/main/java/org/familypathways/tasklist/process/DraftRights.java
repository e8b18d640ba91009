package org.familypathways.tasklist.process;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.familypathways.access.FamilyAccess;
import org.familypathways.engine.AsTheSystem;
import org.springframework.stereotype.Component;

/**
 * Whose drafts belong where: a worker drafts the tasks that they have or can claim, and the cases that they may begin, but
 * nothing about a family that is closed to them.
 */
@Component
public class DraftRights {

    static final String START = "start:";

    private final TaskService tasks;
    private final HistoryService history;
    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final AsTheSystem asTheSystem;
    private final FamilyAccess access;

    DraftRights(
            TaskService tasks,
            HistoryService history,
            IdentityService identities,
            AuthorizationService authorizations,
            AsTheSystem asTheSystem,
            FamilyAccess access) {
        this.access = access;
        this.tasks = tasks;
        this.history = history;
        this.identities = identities;
        this.authorizations = authorizations;
        this.asTheSystem = asTheSystem;
    }

    /**
     * Also a task that somebody else has meanwhile taken or completed: what is typed at that moment is kept.
     *
     * @param form a task's id, or {@code start:} and the key of a pathway
     */
    public boolean mayDraft(String accountId, String form) {
        return mayHandIn(accountId, form)
                || !form.startsWith(START) && wasTheirs(accountId, form) & !access.isTaskClosedTo(accountId, form);
    }

    /** Whether the draft can still become an answer. */
    public boolean mayHandIn(String accountId, String form) {
        return asTheSystem.run(() -> form.startsWith(START)
                ? mayBegin(accountId, form.substring(START.length()))
                : mayWorkOn(accountId, form) & !access.isTaskClosedTo(accountId, form));
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

    private boolean wasTheirs(String accountId, String taskId) {
        return asTheSystem.run(() -> {
            var groups = groups(accountId);
            return history.createHistoricIdentityLinkLogQuery().taskId(taskId).list().stream()
                    .anyMatch(link -> accountId.equals(link.getUserId()) || groups.contains(link.getGroupId()));
        });
    }

    private boolean mayBegin(String accountId, String pathway) {
        return authorizations.isUserAuthorized(
                accountId, groups(accountId), Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, pathway);
    }

    private List<String> groups(String accountId) {
        return identities.createGroupQuery().groupMember(accountId).list().stream()
                .map(Group::getId)
                .toList();
    }
}
