package org.familypathways.intake;

import java.util.List;

/** What becomes of one child of a census file. */
sealed interface CensusOutcome {

    CensusChild child();

    List<CensusFinding> findings();

    /** The child comes in; the findings are warnings for the authority's data team. */
    record Accepted(CensusChild child, List<CensusFinding> findings) implements CensusOutcome {}

    /** The child stays out, because of these faults. */
    record Rejected(CensusChild child, List<CensusFinding> findings) implements CensusOutcome {}
}
