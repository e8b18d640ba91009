package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A family that consented was referred to the conference service. */
public record ConferenceReferralMade(String familyId, LocalDate happenedOn) implements PracticeFact {}
