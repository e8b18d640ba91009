package org.familypathways.record;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.FamilyTeams;
import org.familypathways.access.RoleHolding;
import org.familypathways.access.TeamKind;
import org.familypathways.access.Worker;
import org.familypathways.access.WorkerLeft;
import org.familypathways.access.Workers;
import org.familypathways.record.Involvements.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a worker who leaves does in families' cases goes to colleagues. Their part ends with a day, the colleague's begins
 * on it, and the record says so. Whoever may ask for it is decided where it is asked.
 */
@Service
public class PartsInCases {

    /** Services whose people have no other part in a family's case. */
    private static final Set<TeamKind> INDEPENDENT =
            EnumSet.of(TeamKind.FGC_AREA, TeamKind.CONFERENCE_SERVICE, TeamKind.ADVOCACY_SERVICE);

    private final Involvements involvements;
    private final Workers workers;
    private final FamilyTeams teams;
    private final FamilyRestrictions restrictions;
    private final RecordNotes notes;
    private final ApplicationEventPublisher events;

    PartsInCases(
            Involvements involvements,
            Workers workers,
            FamilyTeams teams,
            FamilyRestrictions restrictions,
            RecordNotes notes,
            ApplicationEventPublisher events) {
        this.involvements = involvements;
        this.workers = workers;
        this.teams = teams;
        this.restrictions = restrictions;
        this.notes = notes;
        this.events = events;
    }

    public List<Part> of(String accountId) {
        return involvements.ofWorker(accountId);
    }

    /** The colleagues of the family's team who could go on with that part, by name. */
    public List<Worker> suitable(Part part, String accountId) {
        var named = restrictions.namedPeople(part.familyId());
        return workers.inRole(part.role(), part.familyId()).stream()
                .filter(worker -> !worker.accountId().equals(accountId))
                .filter(worker ->
                        named.map(people -> people.contains(worker.accountId())).orElse(true))
                .filter(worker -> !INDEPENDENT.contains(part.role().teamKind()) || isIndependent(worker, part))
                .toList();
    }

    private boolean isIndependent(Worker worker, Part part) {
        boolean inCaseTeam = teams.teamOf(part.familyId(), TeamKind.CASE_TEAM)
                .map(team -> workers.holdings(worker.accountId()).stream()
                        .map(RoleHolding::teamId)
                        .anyMatch(team.id()::equals))
                .orElse(false);
        return !inCaseTeam && !involvements.hadAnotherPart(worker.accountId(), part.familyId(), List.of(part.role()));
    }

    /**
     * Ends the worker's part today.
     *
     * @param to who goes on with it; null when the team has to find somebody
     * @return false when the part was over already
     * @throws RecordChangeRefused when that colleague could not go on with it
     */
    @Transactional
    public boolean handOver(Part part, String from, @Nullable String to) {
        if (to != null
                && suitable(part, from).stream()
                        .noneMatch(worker -> worker.accountId().equals(to))) {
            throw new RecordChangeRefused("Choose a colleague of the family’s team who may do this.");
        }
        if (!involvements.end(part.familyId(), from, part.role())) {
            return false;
        }
        var answers = new LinkedHashMap<String, Object>();
        answers.put("worker", nameOf(from));
        answers.put("role", part.role().title());
        answers.put("goesOn", to == null ? "The team finds somebody" : nameOf(to));
        if (to != null) {
            involvements.begin(part.familyId(), to, part.role());
        }
        notes.write(part.familyId(), null, "handOverCase", answers);
        events.publishEvent(new PartHandedOver(part.familyId(), part.role(), from, to));
        return true;
    }

    /** Nobody who has left works with a family. */
    @EventListener
    @Transactional
    public void end(WorkerLeft left) {
        of(left.accountId()).forEach(part -> handOver(part, left.accountId(), null));
    }

    private String nameOf(String accountId) {
        return workers.names(List.of(accountId)).getOrDefault(accountId, accountId);
    }
}
