package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A section 47 enquiry about the child began, on the day of the strategy discussion that decided it. */
public record SectionFortySevenStarted(String familyId, String childId, LocalDate happenedOn) implements PracticeFact {}
