package org.familypathways.intake;

import java.util.List;

/** Whether it is clear which child this is. That a child stands in the file once is judged where all are known. */
final class IdentityRules {

    private final List<CensusFinding> faults;

    IdentityRules(List<CensusFinding> faults) {
        this.faults = faults;
    }

    void check(CensusChild child) {
        boolean born = child.birthDate() != null;
        boolean expected = child.expectedBirthDate() != null;
        if (born && expected) {
            fault(child, "The child has both a date of birth and an expected date of birth.");
        }
        if (!born && !expected) {
            fault(child, "The child has neither a date of birth nor an expected date of birth.");
        }
    }

    private void fault(CensusChild child, String sentence) {
        faults.add(new CensusFinding(child.line(), CensusFinding.IDENTITY, sentence));
    }
}
