package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * An independent co-ordinator was allocated to a family.
 *
 * @param coordinator the account of the co-ordinator
 */
public record CoordinatorAllocated(String familyId, LocalDate happenedOn, String coordinator) implements PracticeFact {}
