package org.familypathways.intake;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings some children of a census file in, together with what is to be said about them, or none of it. */
@Component
class CensusBatch {

    private final CensusDuplicates duplicates;
    private final CensusRecords records;
    private final CensusConferences conferences;
    private final CensusFindings findings;
    private final CensusProgress progress;

    CensusBatch(
            CensusDuplicates duplicates,
            CensusRecords records,
            CensusConferences conferences,
            CensusFindings findings,
            CensusProgress progress) {
        this.duplicates = duplicates;
        this.records = records;
        this.conferences = conferences;
        this.findings = findings;
        this.progress = progress;
    }

    /** @param before how many children of the file came before these */
    @Transactional
    public void bringIn(CensusImport taken, int before, List<CensusOutcome> judged) {
        var outcomes = duplicates.reject(taken.id(), judged);
        var accepted = accepted(outcomes);
        var brought = records.bringIn(accepted, taken.area());
        duplicates.remember(taken.id(), brought);
        int newConferences = conferences.keep(taken.id(), brought);
        findings.keep(taken.id(), outcomes);
        progress.count(
                taken.id(),
                before,
                new CensusImport.Counts(
                        outcomes.size(),
                        accepted.size(),
                        outcomes.size() - accepted.size(),
                        (int) outcomes.stream().filter(CensusBatch::isWarned).count(),
                        (int) brought.stream().filter(BroughtChild::isNew).count(),
                        accepted.stream()
                                .mapToInt(child -> child.episodes().size())
                                .sum(),
                        brought.stream().mapToInt(BroughtChild::newEpisodes).sum(),
                        accepted.stream()
                                .flatMap(child -> child.episodes().stream())
                                .mapToInt(episode -> (int) episode.conferences().count())
                                .sum(),
                        newConferences,
                        0));
    }

    private static List<CensusChild> accepted(List<CensusOutcome> outcomes) {
        var accepted = new ArrayList<CensusChild>();
        for (var outcome : outcomes) {
            if (outcome instanceof CensusOutcome.Accepted) {
                accepted.add(outcome.child());
            }
        }
        return accepted;
    }

    private static boolean isWarned(CensusOutcome outcome) {
        return outcome instanceof CensusOutcome.Accepted && !outcome.findings().isEmpty();
    }
}
