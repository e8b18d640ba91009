package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;
import org.jspecify.annotations.Nullable;

/**
 * What became of the offer to one person, by code.
 *
 * @param reason the main reason of a no, by its code
 */
public record ConferenceOfferAnswered(
        String familyId,
        LocalDate happenedOn,
        String personId,
        String answer,
        @Nullable String reason) implements PracticeFact {}
