package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A social worker looked at what became of the actions of a plan. */
public record PlanActionsChecked(String familyId, LocalDate happenedOn, int open, int overdue)
        implements PracticeFact {}
