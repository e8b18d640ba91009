package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * An initial child protection conference decided about the child.
 *
 * @param strategyDiscussionOn the strategy discussion that began the enquiry, from which the fifteen days count
 * @param familyGroupConferenceOfferExplained whether the family heard there that they will be offered one
 * @param dissent whether an agency disagreed
 */
public record InitialConferenceHeld(
        String familyId,
        String childId,
        LocalDate happenedOn,
        LocalDate strategyDiscussionOn,
        boolean familyGroupConferenceOfferExplained,
        boolean dissent)
        implements PracticeFact {}
