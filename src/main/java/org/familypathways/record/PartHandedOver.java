package org.familypathways.record;

import org.familypathways.access.PracticeRole;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's part in a family's case is over, because they leave.
 *
 * @param to the account of the colleague who goes on with it; null when the team has to find somebody
 */
public record PartHandedOver(
        String familyId,
        PracticeRole role,
        String from,
        @Nullable String to) {}
