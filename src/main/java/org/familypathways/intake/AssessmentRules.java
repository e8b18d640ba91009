package org.familypathways.intake;

import java.util.List;

/** Assessments: one at a time, in time, and with factors only once it is known what they are. */
final class AssessmentRules {

    private static final int WORKING_DAYS = 45;

    private final CensusHeader header;
    private final WorkingDayCount workingDays;
    private final List<CensusFinding> warnings;

    AssessmentRules(CensusHeader header, WorkingDayCount workingDays, List<CensusFinding> warnings) {
        this.header = header;
        this.workingDays = workingDays;
        this.warnings = warnings;
    }

    void check(CensusChild child) {
        child.episodes().forEach(episode -> {
            var open = episode.assessments().stream()
                    .filter(CensusAssessment::isOpen)
                    .toList();
            if (open.size() > 1) {
                warn(open.get(1), "8896", "The episode has %d open assessments.".formatted(open.size()));
            }
            open.forEach(this::checkDuration);
            episode.assessments().forEach(this::checkFactors);
        });
    }

    private void checkDuration(CensusAssessment open) {
        var started = open.startedOn();
        if (started != null
                && started.isBefore(header.referenceDate())
                && workingDays.between(started, header.referenceDate()) > WORKING_DAYS) {
            warn(
                    open,
                    "8670Q",
                    "The assessment of %s has been open for more than 45 working days."
                            .formatted(EnglishDay.say(started)));
        }
    }

    private void checkFactors(CensusAssessment assessment) {
        var factors = assessment.factors();
        if (assessment.isOpen() && !factors.isEmpty()) {
            warn(assessment, "8614", "Factors are recorded although the assessment is not complete.");
        }
        if (factors.contains(CensusCodes.NO_FACTORS) && factors.size() > 1) {
            warn(assessment, "8869", "Factor 21 (none) is recorded beside others.");
        }
        factors.stream()
                .filter(CensusCodes.WITHDRAWN_FACTORS::contains)
                .forEach(factor -> warn(
                        assessment,
                        factor.equals("18A") ? "8945Q" : "8950Q",
                        "Factor %s is no longer used.".formatted(factor)));
    }

    private void warn(CensusAssessment assessment, String rule, String sentence) {
        warnings.add(new CensusFinding(assessment.line(), rule, sentence));
    }
}
