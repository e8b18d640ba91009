package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** The police took a child of the family into police protection. */
public record PoliceProtectionUsed(String familyId, LocalDate happenedOn) implements PracticeFact {}
