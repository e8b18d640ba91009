package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** The plan did its work and was closed. */
public record FamilyPlanClosed(String familyId, LocalDate happenedOn) implements PracticeFact {}
