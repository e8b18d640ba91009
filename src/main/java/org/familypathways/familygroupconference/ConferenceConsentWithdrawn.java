package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** Consent to a conference was withdrawn, which ends it. */
public record ConferenceConsentWithdrawn(String familyId, LocalDate happenedOn) implements PracticeFact {}
