package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** The police took the child into police protection. */
public record PoliceProtectionUsed(String familyId, String childId, LocalDate happenedOn) implements PracticeFact {}
