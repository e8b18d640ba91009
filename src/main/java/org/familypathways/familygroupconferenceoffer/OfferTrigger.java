package org.familypathways.familygroupconferenceoffer;

import java.util.stream.Stream;

/** What led to the offer of a conference. */
public enum OfferTrigger {
    INITIAL_CONFERENCE("initial-conference"),
    INITIAL_CONFERENCE_BOOKED("initial-conference-booked"),
    INSTEAD_OF_INITIAL_CONFERENCE("instead-of-initial-conference"),
    CENSUS_IMPORT("census-import"),
    WORKER_REFERRAL("worker-referral"),
    LETTER_BEFORE_PROCEEDINGS("letter-before-proceedings"),
    EDGE_OF_CARE("edge-of-care");

    private final String code;

    OfferTrigger(String code) {
        this.code = code;
    }

    /** The word that travels with the message and stands in the record. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for a word that is none of these */
    public static OfferTrigger of(String code) {
        return Stream.of(values())
                .filter(trigger -> trigger.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing leads to an offer by “%s”".formatted(code)));
    }
}
