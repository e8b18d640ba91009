package org.familypathways.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pre-proceedings, asked for from 2026-27: each step not before the one it follows. */
final class PreProceedingsRules {

    private final List<CensusFinding> warnings;

    PreProceedingsRules(List<CensusFinding> warnings) {
        this.warnings = warnings;
    }

    void check(CensusChild child) {
        child.episodes().stream()
                .flatMap(episode -> episode.preProceedings().stream())
                .forEach(this::check);
    }

    private void check(CensusPreProceedings steps) {
        follows(steps, "9006", "letter before proceedings", steps.letterSentOn(), "start", steps.startedOn());
        follows(steps, "9009", "decision to step up or down", steps.stepDecidedOn(), "start", steps.startedOn());
        follows(steps, "9012", "court application", steps.courtAppliedOn(), "step decision", steps.stepDecidedOn());
        follows(steps, "9013", "letter of issue", steps.careLetterOn(), "court application", steps.courtAppliedOn());
        if (steps.letterSentOn() != null && steps.meetingOffered() == null) {
            warn(steps, "9007", "The file does not say whether the letter offered family group decision-making.");
        }
    }

    private void follows(
            CensusPreProceedings steps,
            String rule,
            String what,
            @Nullable LocalDate day,
            String earlierWhat,
            @Nullable LocalDate earlier) {
        if (day != null && earlier != null && day.isBefore(earlier)) {
            warn(
                    steps,
                    rule,
                    "In pre-proceedings, the %s (%s) is before the %s (%s)."
                            .formatted(what, EnglishDay.say(day), earlierWhat, EnglishDay.say(earlier)));
        }
    }

    private void warn(CensusPreProceedings steps, String rule, String sentence) {
        warnings.add(new CensusFinding(steps.line(), rule, sentence));
    }
}
