package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A changed plan was agreed. */
public record FamilyPlanChanged(String familyId, LocalDate happenedOn, int actions) implements PracticeFact {}
