package org.familypathways.access.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.familypathways.access.FamilyOffersChanged;
import org.familypathways.access.FamilyTeams;
import org.familypathways.access.FamilyTurns;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.RoleChanged;
import org.familypathways.access.RoleHolding;
import org.familypathways.access.Serving;
import org.familypathways.access.Team;
import org.familypathways.access.TeamKind;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Offers each task to the people whose it is: the role that the model names, in the team of its kind that serves the
 * family; for a restricted family, named people only. Somebody with a conflict of interest has no part in the offer, in
 * whatever team they are. When a team, a restriction or a conflict changes, open tasks are offered anew and taken from somebody
 * whose they no longer are. A task is never offered to nobody: where no team of the kind serves the family it goes to all of
 * that kind; while nobody there holds the role, to those who manage the team as well; and where there is nobody at all, to
 * the service managers.
 */
@Component
class TaskOffers {

    static final String FAMILY = "familyId";
    private static final Serving NOBODY = new Serving(List.of(), Set.of(), Optional.empty(), Set.of());
    private static final Logger log = LoggerFactory.getLogger(TaskOffers.class);

    private final FamilyTeams familyTeams;
    private final FamilyTurns turns;
    private final Teams teams;
    private final Workers workers;
    private final ObjectProvider<ProcessEngine> engine;
    private final TaskRights rights = new TaskRights();
    private final Map<CommandContext, Map<String, Serving>> known = Collections.synchronizedMap(new WeakHashMap<>());

    TaskOffers(
            FamilyTeams familyTeams,
            FamilyTurns turns,
            Teams teams,
            Workers workers,
            ObjectProvider<ProcessEngine> engine) {
        this.familyTeams = familyTeams;
        this.turns = turns;
        this.teams = teams;
        this.workers = workers;
        this.engine = engine;
    }

    void offer(DelegateTask task) {
        offer(task, offerOf(task));
    }

    /** The engine would keep a second link beside one that is there. */
    private void offer(DelegateTask task, Offer offer) {
        var known = task.getCandidates();
        Predicate<String> isNew = candidate -> known.stream()
                .noneMatch(link -> candidate.equals(link.getGroupId()) || candidate.equals(link.getUserId()));
        offer.groups().stream().filter(isNew).forEach(task::addCandidateGroup);
        offer.people().stream().filter(isNew).forEach(task::addCandidateUser);
        offer.managers().forEach(manager -> rights.letManage((TaskEntity) task, manager));
    }

    /** Whose the task is now. */
    Offer offerOf(DelegateTask task) {
        String family = familyOf(task);
        return offerOf(task, family == null ? NOBODY : serving(family));
    }

    /** Straight from the case: asked of the task, the engine would read the variables of every scope in between. */
    private static @Nullable String familyOf(DelegateTask task) {
        return (String) task.getExecution().getProcessInstance().getVariable(FAMILY);
    }

    private Offer offerOf(DelegateTask task, Serving serving) {
        var roles = TaskRules.of(task.getBpmnModelElementInstance()).roles();
        if (serving.named().isPresent()) {
            return new Offer(Set.of(), namedFor(roles, serving.named().get()), Set.of(), serving.conflicted());
        }
        var groups = new LinkedHashSet<String>();
        var managers = new LinkedHashSet<String>();
        for (PracticeRole role : roles) {
            for (Team team : teamsFor(role, serving)) {
                groups.add(role.groupIn(team.id()));
                groupsOfManagers(team.kind(), team.id()).forEach(managers::add);
            }
        }
        if (!roles.isEmpty() && !isAnybodyIn(groups, serving)) {
            log.warn(
                    "Nobody holds a role for {} of case {}; it goes to managers as well",
                    task.getTaskDefinitionKey(),
                    task.getProcessInstanceId());
            groups.addAll(isAnybodyIn(managers, serving) ? managers : groupsOfServiceManagers());
        }
        return new Offer(groups, Set.of(), managers, serving.conflicted());
    }

    /** Who is there for the family, asked once within one command; it stays so until its transaction ends. */
    Serving serving(String familyId) {
        return known.computeIfAbsent(Context.getCommandContext(), command -> new HashMap<>())
                .computeIfAbsent(familyId, family -> {
                    turns.withOthers(family);
                    return familyTeams.serving(family);
                });
    }

    private List<Team> teamsFor(PracticeRole role, Serving serving) {
        return serving.team(role.teamKind()).map(List::of).orElseGet(() -> teamsOf(role.teamKind()));
    }

    private boolean isAnybodyIn(Set<String> groups, Serving serving) {
        return groups.stream().anyMatch(serving.held()::contains) || workers.isAnybodyIn(groups, serving.conflicted());
    }

    private Set<String> groupsOfServiceManagers() {
        return teamsOf(TeamKind.SENIOR_MANAGEMENT).stream()
                .map(team -> PracticeRole.SERVICE_MANAGER.groupIn(team.id()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> groupsOfManagers(TeamKind kind, String teamId) {
        return Stream.of(PracticeRole.values())
                .filter(role -> role.managesTeam() && role.teamKind() == kind)
                .map(role -> role.groupIn(teamId));
    }

    private List<Team> teamsOf(TeamKind kind) {
        return teams.all().stream().filter(team -> team.kind() == kind).toList();
    }

    /**
     * Those of the named people who hold the role; if none does, those who manage; if nobody does, all of them. When all of
     * them have left, the service managers, who can name somebody.
     */
    private Set<String> namedFor(List<PracticeRole> roles, Set<String> all) {
        var named = all.stream()
                .filter(person -> workers.find(person).filter(Worker::active).isPresent())
                .collect(Collectors.toSet());
        if (named.isEmpty()) {
            return workers.inRole(PracticeRole.SERVICE_MANAGER).stream()
                    .map(Worker::accountId)
                    .collect(Collectors.toSet());
        }
        var inRole = whoHolds(named, holding -> roles.contains(holding.role()));
        if (!inRole.isEmpty()) {
            return inRole;
        }
        var managers = whoHolds(named, holding -> holding.role().managesTeam());
        return managers.isEmpty() ? named : managers;
    }

    private Set<String> whoHolds(Set<String> people, Predicate<RoleHolding> which) {
        return people.stream()
                .filter(person -> workers.holdings(person).stream().anyMatch(which))
                .collect(Collectors.toSet());
    }

    @EventListener
    void offerAnew(FamilyOffersChanged changed) {
        offerAnew(tasks -> tasks.processVariableValueEquals(FAMILY, changed.familyId()));
    }

    /** With the first who holds a role and after the last, its tasks are the managers' no more, or are theirs as well. */
    @EventListener
    void offerAnew(RoleChanged changed) {
        var group = Set.of(changed.group());
        if (!workers.isAnybodyIn(group, Set.of(changed.accountId()))) {
            var offered = new ArrayList<>(group);
            groupsOfManagers(changed.role().teamKind(), changed.teamId()).forEach(offered::add);
            offered.addAll(groupsOfServiceManagers());
            offerAnew(tasks -> tasks.taskCandidateGroupIn(offered).includeAssignedTasks());
        }
    }

    /** Takes no turns: whoever changed one family has it, and a change for many would take too many. */
    private void offerAnew(UnaryOperator<TaskQuery> which) {
        known.remove(Context.getCommandContext());
        var servingNow = new HashMap<String, Serving>();
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        Command<@Nullable Void> offerAnew = context -> {
            context.runWithoutAuthorization(() -> {
                which.apply(configuration.getTaskService().createTaskQuery())
                        .list()
                        .forEach(task -> offerAnew((TaskEntity) task, servingNow));
                return null;
            });
            return null;
        };
        configuration.getCommandExecutorTxRequired().execute(offerAnew);
    }

    private void offerAnew(TaskEntity task, Map<String, Serving> servingNow) {
        String family = familyOf(task);
        var offer = offerOf(task, family == null ? NOBODY : servingNow.computeIfAbsent(family, familyTeams::serving));
        for (var link : List.copyOf(task.getCandidates())) {
            if (link.getGroupId() != null && !offer.groups().contains(link.getGroupId())) {
                task.deleteCandidateGroup(link.getGroupId());
            } else if (link.getUserId() != null && !offer.people().contains(link.getUserId())) {
                task.deleteCandidateUser(link.getUserId());
            }
        }
        offer(task, offer);
        if (task.getAssignee() != null && !offer.isFor(task.getAssignee(), workers)) {
            task.setAssignee(null);
        }
        rights.keepOnly(task, offer.allGroups(), offer.people());
    }

    /**
     * @param groups the groups to which a task is offered
     * @param people the people to whom it is offered by name
     * @param managers the groups that may hand it to somebody
     * @param except those to whom it is never offered, although they are in one of the groups, nor to their deputies by them
     */
    record Offer(Set<String> groups, Set<String> people, Set<String> managers, Set<String> except) {

        Set<String> allGroups() {
            return Stream.concat(groups.stream(), managers.stream()).collect(Collectors.toSet());
        }

        boolean isFor(String accountId, List<String> groupsOfTheirs, Workers workers) {
            // where somebody is excepted, it matters who lends a group to their deputy
            return except.isEmpty() && groupsOfTheirs.stream().anyMatch(groups::contains) || isFor(accountId, workers);
        }

        boolean isFor(String accountId, Workers workers) {
            if (except.contains(accountId)) {
                return false;
            }
            return people.contains(accountId)
                            && workers.find(accountId).filter(Worker::active).isPresent()
                    || workers.workingHoldings(accountId, except).stream()
                            .map(RoleHolding::group)
                            .anyMatch(groups::contains);
        }
    }
}
