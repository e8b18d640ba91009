package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import java.util.List;
import org.familypathways.practicefact.PracticeFact;

/**
 * A strategy discussion about the children of a family was held.
 *
 * @param attendees the codes of who took part
 * @param beganEnquiry whether a section 47 enquiry began with it; a later discussion never restarts the count
 */
public record StrategyDiscussionHeld(
        String familyId, LocalDate happenedOn, List<String> attendees, boolean beganEnquiry) implements PracticeFact {}
