package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;
import org.jspecify.annotations.Nullable;

/**
 * A family is to be offered a Family Group Conference.
 *
 * @param trigger what led to it, by its code
 * @param conferenceHeldOn the day of the initial child protection conference, when one led to it
 * @param planMade whether that conference made a child protection plan
 */
public record ConferenceOfferBegun(
        String familyId,
        LocalDate happenedOn,
        String trigger,
        @Nullable LocalDate conferenceHeldOn,
        @Nullable Boolean planMade)
        implements PracticeFact {}
