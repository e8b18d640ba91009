package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * Somebody who holds parental responsibility was offered a Family Group Conference.
 *
 * @param offeredBy how: {@code visit}, {@code call}, {@code letter} or {@code meeting}
 */
public record ConferenceOffered(String familyId, LocalDate happenedOn, String personId, String offeredBy)
        implements PracticeFact {}
