package org.familypathways.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.familypathways.access.FamilyNotFoundException;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.TeamKind;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.record.Involvements.Involvement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who answer for a family's case give it its social worker, and end a worker's part in it. Everybody else comes to
 * a family by a step of a pathway. Every change is an entry of the record.
 */
@Service
public class FamilyWorkers {

    private final CaseManagers managers;
    private final FamilyRestrictions restrictions;
    private final Workers workers;
    private final Involvements involvements;
    private final RecordNotes notes;

    FamilyWorkers(
            CaseManagers managers,
            FamilyRestrictions restrictions,
            Workers workers,
            Involvements involvements,
            RecordNotes notes) {
        this.managers = managers;
        this.restrictions = restrictions;
        this.workers = workers;
        this.involvements = involvements;
        this.notes = notes;
    }

    /** The social workers who can be allocated and are not yet. */
    public List<Worker> toChoose(String familyId) {
        var allocated = involvements.inRole(familyId, PracticeRole.SOCIAL_WORKER);
        return allocatable(familyId).stream()
                .filter(worker -> !allocated.contains(worker.accountId()))
                .toList();
    }

    /** Those of the family's case team; for a restricted family, the named ones among them. */
    private List<Worker> allocatable(String familyId) {
        var named = restrictions.namedPeople(familyId);
        return workers.inRole(PracticeRole.SOCIAL_WORKER, familyId).stream()
                .filter(worker ->
                        named.map(people -> people.contains(worker.accountId())).orElse(true))
                .toList();
    }

    /** The parts that workers of the case team have in the case today. Other teams' parts belong to their pathways. */
    public List<Involvement> endable(String familyId) {
        return involvements.ofFamily(familyId).stream()
                .filter(part -> part.untilDay() == null)
                .filter(part -> PracticeRole.of(part.role())
                        .filter(role -> role.teamKind() == TeamKind.CASE_TEAM)
                        .isPresent())
                .toList();
    }

    /**
     * Gives the family a social worker; nothing changes when they are allocated already.
     *
     * @throws NotTheirCaseException when the signed-in worker does not answer for the case
     * @throws RecordChangeRefused when they are no social worker of the family's case team
     */
    @Transactional
    public void allocate(String familyId, String accountId) {
        managers.require(familyId);
        Worker worker = allocatable(familyId).stream()
                .filter(choice -> choice.accountId().equals(accountId))
                .findFirst()
                .orElseThrow(() -> new RecordChangeRefused("Choose a social worker of the family’s case team."));
        if (involvements.begin(familyId, accountId, PracticeRole.SOCIAL_WORKER)) {
            notes.write(familyId, null, "allocateWorker", part(worker.name(), PracticeRole.SOCIAL_WORKER));
        }
    }

    /** @throws FamilyNotFoundException when nobody of the case team has that part in the case */
    public Involvement part(String familyId, PracticeRole role, String accountId) {
        managers.require(familyId);
        return endable(familyId).stream()
                .filter(part ->
                        part.role().equals(role.id()) && part.accountId().equals(accountId))
                .findFirst()
                .orElseThrow(FamilyNotFoundException::new);
    }

    /** Today is the last day on which the worker has that part in the case. */
    @Transactional
    public void end(String familyId, PracticeRole role, String accountId, String reason) {
        Involvement part = part(familyId, role, accountId);
        if (reason.isBlank()) {
            throw new RecordChangeRefused("Say why the worker does not work with the family any more.");
        }
        if (involvements.end(familyId, part.accountId(), role)) {
            var answers = new LinkedHashMap<>(part(nameOf(accountId), role));
            answers.put("reason", reason);
            notes.write(familyId, null, "endWorker", answers);
        }
    }

    private String nameOf(String accountId) {
        return workers.names(List.of(accountId)).getOrDefault(accountId, accountId);
    }

    private static Map<String, Object> part(String name, PracticeRole role) {
        return Map.of("worker", name, "role", role.title());
    }
}
