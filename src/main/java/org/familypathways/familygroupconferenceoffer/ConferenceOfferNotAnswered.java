package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * Nobody answered the offer of a Family Group Conference in time, or nobody could be reached.
 */
public record ConferenceOfferNotAnswered(String familyId, LocalDate happenedOn) implements PracticeFact {}
