package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * A manager decided what the section 47 enquiry found for the child.
 *
 * @param outcome the code of an {@link EnquiryOutcome}
 * @param conferenceNotRequired as the census asks it
 */
public record SectionFortySevenConcluded(
        String familyId,
        String childId,
        LocalDate happenedOn,
        LocalDate startedOn,
        String outcome,
        boolean conferenceNotRequired)
        implements PracticeFact {}
