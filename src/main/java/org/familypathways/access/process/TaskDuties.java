package org.familypathways.access.process;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.familypathways.access.FamilyInvolvements;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.RoleHolding;
import org.familypathways.access.Team;
import org.familypathways.access.TeamKind;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether a worker may do a step: it must be theirs now, not only when they claimed it; the model may ask that somebody
 * else did an earlier step (author is not authoriser), or that the worker is independent of the family's team. Asked at
 * claim and at completion.
 */
@Component
class TaskDuties {

    private final TaskOffers offers;
    private final Workers workers;
    private final ObjectProvider<FamilyInvolvements> involvements;

    /** The engine asks twice within one claim and one completion; nothing changes in between. */
    private final Map<CommandContext, Set<String>> allowed = Collections.synchronizedMap(new WeakHashMap<>());

    TaskDuties(TaskOffers offers, Workers workers, ObjectProvider<FamilyInvolvements> involvements) {
        this.offers = offers;
        this.workers = workers;
        this.involvements = involvements;
    }

    /** @throws AuthorizationException with one plain sentence when this worker may not do the step */
    void check(DelegateTask task, String accountId) {
        var allowedNow = allowed.computeIfAbsent(Context.getCommandContext(), command -> new HashSet<>());
        String asked = task.getId() + " " + accountId;
        if (allowedNow.contains(asked)) {
            return;
        }
        refusal(task, accountId).ifPresent(sentence -> {
            throw new AuthorizationException(sentence);
        });
        allowedNow.add(asked);
    }

    /**
     * Puts a step into the hands of the worker to whom the case is allocated, as far as that worker may do it. It stays
     * offered to the role, so that a colleague can take over.
     */
    void allocate(DelegateTask task) {
        TaskRules.of(task.getBpmnModelElementInstance())
                .allocatedTo()
                .map(task::getVariable)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(account -> refusal(task, account).isEmpty())
                .ifPresent(task::setAssignee);
    }

    void checkAssignment(DelegateTask task) {
        if (task.getAssignee() != null) {
            check(task, task.getAssignee());
        }
    }

    /** The history names who did a step by its assignee, so nobody completes a task that is not in their hands. */
    void checkCompletion(DelegateTask task) {
        String worker = Context.getCommandContext().getAuthenticatedUserId();
        if (worker == null) {
            return;
        }
        if (!worker.equals(task.getAssignee())) {
            throw new AuthorizationException("Claim this task before you complete it.");
        }
        check(task, worker);
    }

    private Optional<String> refusal(DelegateTask task, String accountId) {
        if (!offers.offerOf(task).isFor(accountId, groupsInThisRequest(accountId), workers)) {
            if (workers.find(accountId).filter(Worker::active).isEmpty()) {
                return Optional.of("Nobody with that account works here.");
            }
            return Optional.of("This task is for other people: it asks for a role, a team or a name that is not theirs."
                    .replace("theirs", subject(accountId)));
        }
        var rules = TaskRules.of(task.getBpmnModelElementInstance());
        return Stream.of(
                        rules.notDoneBy().stream()
                                .map(step -> doneBefore(task, step, accountId))
                                .flatMap(Optional::stream),
                        rules.outsideTeam().stream()
                                .map(kind -> notIndependent(task, kind, accountId, rules.roles()))
                                .flatMap(Optional::stream))
                .flatMap(refusals -> refusals)
                .findFirst();
    }

    /** The groups of whoever makes this request, which were read when it came in. */
    private static List<String> groupsInThisRequest(String accountId) {
        var signedIn = Context.getCommandContext().getAuthentication();
        return signedIn != null && accountId.equals(signedIn.getUserId()) && signedIn.getGroupIds() != null
                ? signedIn.getGroupIds()
                : List.of();
    }

    private static String subject(String accountId) {
        return accountId.equals(Context.getCommandContext().getAuthenticatedUserId()) ? "yours" : accountId + "’s";
    }

    private static Optional<String> doneBefore(DelegateTask task, String step, String accountId) {
        var query = new HistoricTaskInstanceQueryImpl();
        query.processInstanceId(task.getProcessInstanceId()).taskDefinitionKey(step);
        return Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getCommandContext()
                        .getHistoricTaskInstanceManager()
                        .findHistoricTaskInstancesByQueryCriteria(query, null))
                .stream()
                .filter(earlier -> accountId.equals(earlier.getAssignee()) && isDone(earlier, task))
                .map(earlier -> "“%s” must be done by somebody other than the person who did “%s”."
                        .formatted(task.getName(), earlier.getName()))
                .findFirst();
    }

    private static boolean isDone(HistoricTaskInstance earlier, DelegateTask task) {
        return !earlier.getId().equals(task.getId()) && earlier.getEndTime() != null;
    }

    private Optional<String> notIndependent(
            DelegateTask task, TeamKind kind, String accountId, List<PracticeRole> roles) {
        String familyId = (String) task.getVariable(TaskOffers.FAMILY);
        if (familyId == null) {
            return Optional.empty();
        }
        if (isInTeam(accountId, offers.serving(familyId).team(kind).orElse(null))) {
            return Optional.of("“%s” must be done by somebody outside the family’s %s."
                    .formatted(task.getName(), kind.title().toLowerCase()));
        }
        if (involvements.stream().anyMatch(known -> known.hadAnotherPart(accountId, familyId, roles))) {
            return Optional.of("“%s” must be done by somebody who has never had another part in this family’s case."
                    .formatted(task.getName()));
        }
        return Optional.empty();
    }

    private boolean isInTeam(String accountId, @Nullable Team team) {
        return team != null
                && workers.holdings(accountId).stream().map(RoleHolding::teamId).anyMatch(team.id()::equals);
    }

    void checkWork(TaskEntity task) {
        String worker = Context.getCommandContext().getAuthenticatedUserId();
        if (worker != null) {
            check(task, worker);
        }
    }
}
