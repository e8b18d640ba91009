package org.familypathways.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges the children of one census file by the census's own rules. Faults of schema, identity or order keep a child
 * out, because what came in would be wrong; everything else comes in with a warning for the authority's data team.
 */
final class CensusRules {

    private final CensusHeader header;
    private final WorkingDayCount workingDays;

    CensusRules(CensusHeader header, WorkingDayCount workingDays) {
        this.header = header;
        this.workingDays = workingDays;
    }

    CensusOutcome judge(ReadChild read) {
        var child = read.child();
        var faults = new ArrayList<>(read.faults());
        new IdentityRules(faults).check(child);
        new OrderRules(faults).check(child);
        return faults.isEmpty()
                ? new CensusOutcome.Accepted(child, warnings(read))
                : new CensusOutcome.Rejected(child, List.copyOf(faults));
    }

    private List<CensusFinding> warnings(ReadChild read) {
        var child = read.child();
        var warnings = new ArrayList<>(read.warnings());
        new CensusYearRules(header, warnings).check(child);
        new EpisodeRules(warnings).check(child);
        new AssessmentRules(header, workingDays, warnings).check(child);
        new EnquiryRules(header, workingDays, warnings).check(child);
        new PlanRules(warnings).check(child);
        new PreProceedingsRules(warnings).check(child);
        return List.copyOf(warnings);
    }
}
