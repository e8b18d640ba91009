package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A court made an emergency protection order for a child of the family. */
public record EmergencyProtectionOrderMade(String familyId, LocalDate happenedOn) implements PracticeFact {}
