package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** The conference service did not accept a referral. */
public record ConferenceReferralNotAccepted(String familyId, LocalDate happenedOn) implements PracticeFact {}
