package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * A child was asked about the conference.
 *
 * @param agreement {@code agrees}, {@code disagrees} or {@code not-of-understanding}
 */
public record ChildAskedAboutConference(String familyId, String childId, LocalDate happenedOn, String agreement)
        implements PracticeFact {}
