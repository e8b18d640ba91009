package org.familypathways.intake;

import java.util.Set;

/** The census's closed lists that a referral uses. */
public final class ReferralCodes {

    /** Who referred: {@code 1A} to {@code 10}. */
    public static final Set<String> SOURCES = CensusCodes.REFERRAL_SOURCES;

    /** What the child needs most: {@code N0} (not stated) to {@code N9}. */
    public static final Set<String> PRIMARY_NEEDS = CensusCodes.PRIMARY_NEEDS;

    private ReferralCodes() {}
}
