package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A court extended an emergency protection order, to fifteen days in all. */
public record EmergencyProtectionOrderExtended(String familyId, LocalDate happenedOn) implements PracticeFact {}
