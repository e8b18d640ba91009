package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A court extended the emergency protection order for the child, to fifteen days in all. */
public record EmergencyProtectionOrderExtended(String familyId, String childId, LocalDate happenedOn)
        implements PracticeFact {}
