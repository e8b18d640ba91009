package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * A conference was handed over to another independent co-ordinator.
 *
 * @param coordinator the account of the new co-ordinator
 * @param reason {@code left}, {@code away}, {@code not-independent}, {@code family-wish} or {@code other}
 */
public record CoordinatorChanged(String familyId, LocalDate happenedOn, String coordinator, String reason)
        implements PracticeFact {}
