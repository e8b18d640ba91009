package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * A new offer so soon after the last was talked over and put off.
 */
public record ConferenceOfferPutOff(String familyId, LocalDate happenedOn, String trigger) implements PracticeFact {}
