package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * The family said yes to a Family Group Conference, but nobody signed that information may be shared.
 */
public record ConferenceConsentNotGiven(String familyId, LocalDate happenedOn) implements PracticeFact {}
