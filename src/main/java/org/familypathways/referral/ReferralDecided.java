package org.familypathways.referral;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * A manager decided what a referred child needs.
 *
 * @param receivedOn the day the referral was received, from which the working day for the decision counts
 * @param outcome the code of a {@link ReferralOutcome}
 * @param reReferral whether the child was referred before within twelve months
 */
public record ReferralDecided(
        String familyId,
        String childId,
        LocalDate happenedOn,
        LocalDate receivedOn,
        String outcome,
        boolean noFurtherAction,
        boolean reReferral)
        implements PracticeFact {}
