package org.familypathways.childprotectionenquiry;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** What a section 47 enquiry found for a child, from the least to the most serious. */
public enum EnquiryOutcome {
    NOT_SUBSTANTIATED("not-substantiated"),
    NO_CONTINUING_RISK("no-continuing-risk"),
    CONTINUING_RISK("continuing-risk");

    private final String code;

    EnquiryOutcome(String code) {
        this.code = code;
    }

    /** @throws IllegalArgumentException for an unknown code */
    public static EnquiryOutcome of(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no outcome of an enquiry".formatted(code)));
    }

    /** What decides how it goes on for the family: one child at risk is enough for a conference. */
    public static EnquiryOutcome mostSerious(Collection<EnquiryOutcome> outcomes) {
        return outcomes.stream().max(Comparator.naturalOrder()).orElse(NOT_SUBSTANTIATED);
    }

    public String code() {
        return code;
    }

    public boolean needsConference() {
        return this == CONTINUING_RISK;
    }
}
