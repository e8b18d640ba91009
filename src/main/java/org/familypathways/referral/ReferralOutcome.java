package org.familypathways.referral;

import java.util.Arrays;

/** What a manager at the front door can decide that a child needs. */
public enum ReferralOutcome {
    NO_FURTHER_ACTION("no-further-action"),
    INFORMATION_AND_ADVICE("information-and-advice"),
    EARLY_HELP("early-help"),
    ASSESSMENT("assessment"),
    STRATEGY_DISCUSSION("strategy-discussion"),
    TRANSFER("transfer"),
    OTHER("other");

    private final String code;

    ReferralOutcome(String code) {
        this.code = code;
    }

    /** @throws IllegalArgumentException for a code that is no decision, for example {@code more-checks} */
    public static ReferralOutcome of(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no outcome of a referral".formatted(code)));
    }

    public String code() {
        return code;
    }

    /** Whether the census counts the referral as one without further action. */
    public boolean isNoFurtherAction() {
        return this == NO_FURTHER_ACTION;
    }
}
