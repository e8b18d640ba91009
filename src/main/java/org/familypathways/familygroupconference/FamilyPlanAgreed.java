package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** The plan that the family made was agreed. */
public record FamilyPlanAgreed(String familyId, LocalDate happenedOn, boolean withChanges, int actions)
        implements PracticeFact {}
