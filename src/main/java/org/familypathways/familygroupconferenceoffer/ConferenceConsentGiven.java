package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * A person with parental responsibility signed that information may be shared for a Family Group Conference.
 */
public record ConferenceConsentGiven(String familyId, LocalDate happenedOn, String personId) implements PracticeFact {}
