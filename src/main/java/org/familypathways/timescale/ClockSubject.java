package org.familypathways.timescale;

import org.jspecify.annotations.Nullable;

/**
 * What a clock is about: a case, its family and, where it differs within the case, one child or one person of the
 * network. A case may run the same clock once for each of them.
 *
 * @param processInstanceId the case
 */
public record ClockSubject(
        String familyId, @Nullable String childId, @Nullable String personId, String processInstanceId) {

    public ClockSubject(String familyId, @Nullable String childId, String processInstanceId) {
        this(familyId, childId, null, processInstanceId);
    }
}
