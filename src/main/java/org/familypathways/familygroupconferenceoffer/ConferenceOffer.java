package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The offer of a Family Group Conference to one family: begun by something that happened, closed when nobody accepts or
 * when the conference and what follows it have come to their end.
 *
 * @param processInstanceId the case in which it is made
 * @param trigger what led to it
 * @param conferenceHeldOn the day of the initial child protection conference, when one led to it
 * @param planMade whether that conference made a child protection plan
 * @param beganOn the day on which the case began
 */
public record ConferenceOffer(
        String processInstanceId,
        String familyId,
        OfferTrigger trigger,
        @Nullable LocalDate conferenceHeldOn,
        @Nullable Boolean planMade,
        LocalDate beganOn) {}
