package org.familypathways.access.process;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.familypathways.access.FamilyOffersChanged;
import org.familypathways.access.FamilyTeams;
import org.familypathways.access.FamilyTurns;
import org.familypathways.access.PracticeRole;
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
 * whatever team they are. When a team, a restriction or a conflict changes, open tasks are offered anew and taken from somebody whose they no longer are. A task is never offered to nobody: where no team of the kind serves
 * the family it goes to all of that kind, and where there is none at all, to the service managers.
 */
@Component
class TaskOffers {

    static final String FAMILY = "familyId";
    private static final Serving NOBODY = new Serving(List.of(), Optional.empty(), Set.of());
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
        var roles = TaskRules.of(task.getBpmnModelElementInstance()).roles();
        // straight from the case: asked of the task, the engine would read the variables of every scope in between
        String familyId = (String) task.getExecution().getProcessInstance().getVariable(FAMILY);
        var serving = familyId == null ? NOBODY : serving(familyId);
        if (serving.named().isPresent()) {
            return new Offer(Set.of(), namedFor(roles, serving.named().get()), Set.of(), serving.conflicted());
        }
        var groups = new LinkedHashSet<String>();
        var managers = new LinkedHashSet<String>();
        for (PracticeRole role : roles) {
            for (Team team : teamsFor(role, serving)) {
                groups.add(role.groupIn(team.id()));
                Stream.of(PracticeRole.values())
                        .filter(other -> other.managesTeam() && other.teamKind() == team.kind())
                        .forEach(manager -> managers.add(manager.groupIn(team.id())));
            }
        }
        if (groups.isEmpty() && !roles.isEmpty()) {
            log.warn(
                    "Nobody can be offered {} of case {}; it goes to the service managers",
                    task.getTaskDefinitionKey(),
                    task.getProcessInstanceId());
            teamsOf(TeamKind.SENIOR_MANAGEMENT)
                    .forEach(team -> groups.add(PracticeRole.SERVICE_MANAGER.groupIn(team.id())));
        }
        return new Offer(groups, Set.of(), managers, serving.conflicted());
    }

    /** Who is there for the family, asked once within one command; it stays so until its transaction ends. */
    Serving serving(String familyId) {
        return knownInThisCommand().computeIfAbsent(familyId, family -> {
            turns.withOthers(family);
            return familyTeams.serving(family);
        });
    }

    private Map<String, Serving> knownInThisCommand() {
        return known.computeIfAbsent(Context.getCommandContext(), command -> new HashMap<>());
    }

    private List<Team> teamsFor(PracticeRole role, Serving serving) {
        return serving.team(role.teamKind()).map(List::of).orElseGet(() -> teamsOf(role.teamKind()));
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

    /** Takes no turn: whoever changed one family has it, and a change of many would take too many. */
    @EventListener
    void offerAnew(FamilyOffersChanged changed) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        Command<@Nullable Void> offerAnew = context -> {
            context.runWithoutAuthorization(() -> {
                var open = configuration
                        .getTaskService()
                        .createTaskQuery()
                        .processVariableValueEquals(FAMILY, changed.familyId())
                        .list();
                knownInThisCommand().remove(changed.familyId());
                if (!open.isEmpty()) {
                    knownInThisCommand().put(changed.familyId(), familyTeams.serving(changed.familyId()));
                }
                open.forEach(task -> offerAnew((TaskEntity) task));
                return null;
            });
            return null;
        };
        configuration.getCommandExecutorTxRequired().execute(offerAnew);
    }

    private void offerAnew(TaskEntity task) {
        var offer = offerOf(task);
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
     * @param except those to whom it is never offered, although they are in one of the groups
     */
    record Offer(Set<String> groups, Set<String> people, Set<String> managers, Set<String> except) {

        Set<String> allGroups() {
            return Stream.concat(groups.stream(), managers.stream()).collect(Collectors.toSet());
        }

        boolean isFor(String accountId, List<String> groupsOfTheirs, Workers workers) {
            return !except.contains(accountId) && groupsOfTheirs.stream().anyMatch(groups::contains)
                    || isFor(accountId, workers);
        }

        boolean isFor(String accountId, Workers workers) {
            if (except.contains(accountId)) {
                return false;
            }
            return people.contains(accountId)
                            && workers.find(accountId).filter(Worker::active).isPresent()
                    || workers.workingHoldings(accountId).stream()
                            .map(RoleHolding::group)
                            .anyMatch(groups::contains);
        }
    }
}
