package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A court made an emergency protection order for the child. */
public record EmergencyProtectionOrderMade(String familyId, String childId, LocalDate happenedOn)
        implements PracticeFact {}
