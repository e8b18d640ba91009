package org.familypathways.access.process;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
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
    private final Deputies deputies;

    /** The engine asks twice within one claim and one completion; nothing changes in between. */
    private final Map<CommandContext, Set<String>> allowed = Collections.synchronizedMap(new WeakHashMap<>());

    TaskDuties(TaskOffers offers, Workers workers, ObjectProvider<FamilyInvolvements> involvements, Deputies deputies) {
        this.offers = offers;
        this.workers = workers;
        this.involvements = involvements;
        this.deputies = deputies;
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
        String worker = task.getAssignee();
        if (worker != null) {
            check(task, worker);
            if (!deputies.actsFor(worker).isEmpty()) {
                deputies.throughWhom(offers.offerOf(task), worker)
                        .ifPresentOrElse(
                                absent -> deputies.note(task.getId(), worker, absent),
                                () -> deputies.forget(task.getId()));
            }
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

    /** Why that worker may not do the step. Whoever acts for somebody may do no more than either of them. */
    Optional<String> refusal(DelegateTask task, String accountId) {
        var offer = offers.offerOf(task);
        if (!offer.isFor(accountId, groupsInThisRequest(accountId), workers)) {
            if (workers.find(accountId).filter(Worker::active).isEmpty()) {
                return Optional.of("Nobody with that account works here.");
            }
            return Optional.of("This task is for other people: it asks for a role, a team or a name that is not theirs."
                    .replace("theirs", subject(accountId)));
        }
        var rules = TaskRules.of(task.getBpmnModelElementInstance());
        if (rules.notDoneBy().isEmpty() && rules.outsideTeam().isEmpty()) {
            return Optional.empty();
        }
        var standsFor = Stream.concat(Stream.of(accountId), deputies.actsFor(accountId).stream())
                .collect(Collectors.toSet());
        var mustBeIndependent = Stream.concat(Stream.of(accountId), deputies.throughWhom(offer, accountId).stream())
                .toList();
        return Stream.concat(
                        rules.notDoneBy().stream()
                                .map(step -> doneBefore(task, step, standsFor))
                                .flatMap(Optional::stream),
                        rules.outsideTeam().stream()
                                .flatMap(kind -> mustBeIndependent.stream()
                                        .map(worker -> notIndependent(task, kind, worker, rules.roles())))
                                .flatMap(Optional::stream))
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

    private Optional<String> doneBefore(DelegateTask task, String step, Set<String> standsFor) {
        var query = new HistoricTaskInstanceQueryImpl();
        query.processInstanceId(task.getProcessInstanceId()).taskDefinitionKey(step);
        return Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getCommandContext()
                        .getHistoricTaskInstanceManager()
                        .findHistoricTaskInstancesByQueryCriteria(query, null))
                .stream()
                .filter(earlier -> isDone(earlier, task) && wasDoneByOneOf(standsFor, earlier))
                .map(earlier -> "“%s” must be done by somebody other than the person who did “%s”."
                        .formatted(task.getName(), earlier.getName()))
                .findFirst();
    }

    /** What a deputy wrote is the absent worker's as well. */
    private boolean wasDoneByOneOf(Set<String> standsFor, HistoricTaskInstance earlier) {
        String author = earlier.getAssignee();
        return author != null
                && (standsFor.contains(author)
                        || deputies.actedFor(earlier.getId(), author)
                                .filter(standsFor::contains)
                                .isPresent());
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
            if (worker.equals(task.getAssignee())) {
                deputies.tellTransaction(task.getId(), worker);
            }
        }
    }
}
