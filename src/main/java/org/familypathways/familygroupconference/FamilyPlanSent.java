package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** Everybody who has a part in the family plan was told of it. */
public record FamilyPlanSent(String familyId, LocalDate happenedOn) implements PracticeFact {}
