package org.familypathways.record;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.familypathways.access.ConflictDeclared;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Workers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever has a conflict of interest with a family has no part in its case any more. The record says that they have one;
 * what it is stays with those who manage the family.
 */
@Component
class ConflictParts {

    private final Involvements involvements;
    private final Workers workers;
    private final RecordNotes notes;

    ConflictParts(Involvements involvements, Workers workers, RecordNotes notes) {
        this.involvements = involvements;
        this.workers = workers;
        this.notes = notes;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(ConflictDeclared conflict) {
        String worker = conflict.accountId();
        var ended = involvements.ofFamily(conflict.familyId()).stream()
                .filter(part -> part.untilDay() == null && part.accountId().equals(worker))
                .flatMap(part -> PracticeRole.of(part.role()).stream())
                .filter(role -> involvements.end(conflict.familyId(), worker, role))
                .map(PracticeRole::title)
                .collect(Collectors.joining(", "));
        String name = workers.names(List.of(worker)).getOrDefault(worker, worker);
        notes.write(
                conflict.familyId(),
                null,
                "conflictDeclared",
                ended.isEmpty() ? Map.of("worker", name) : Map.of("worker", name, "doesNotWorkWithTheFamilyAs", ended));
    }
}
