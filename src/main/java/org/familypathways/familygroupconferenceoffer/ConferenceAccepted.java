package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * At least one person with parental responsibility said yes to a Family Group Conference.
 */
public record ConferenceAccepted(String familyId, LocalDate happenedOn) implements PracticeFact {}
