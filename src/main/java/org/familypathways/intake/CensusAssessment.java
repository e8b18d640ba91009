package org.familypathways.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A child and family assessment.
 *
 * @param completedOn the day it was authorised; none while it is open
 * @param factors codes of what it found
 */
record CensusAssessment(
        int line, @Nullable LocalDate startedOn, @Nullable LocalDate completedOn, List<String> factors) {

    boolean isOpen() {
        return completedOn == null;
    }
}
