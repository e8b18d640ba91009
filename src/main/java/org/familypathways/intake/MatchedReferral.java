package org.familypathways.intake;

/**
 * Whom a referral turned out to be about.
 *
 * @param alreadyKnown whether the child was on record before
 * @param referredWithinTwelveMonths whether an earlier referral of the child is at most twelve months old
 */
public record MatchedReferral(
        String familyId, String childId, boolean alreadyKnown, boolean referredWithinTwelveMonths) {}
