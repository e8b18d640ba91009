package org.familypathways.timescale;

import java.util.Arrays;
import java.util.Locale;

/** Why something was not done in time. The form of the missed timescale offers these codes. */
enum BreachReason {
    FAMILY_NOT_AVAILABLE("the family could not be reached or asked for another date"),
    CHILD_NOT_AVAILABLE("the child was ill, away or missing"),
    AGENCY_NOT_AVAILABLE("another agency or service was not available"),
    INFORMATION_LATE("information or checks came late"),
    COURT_OR_LEGAL("a court, police or legal process came first"),
    STAFF_ABSENT("the worker was away or had left"),
    WORKLOAD("there was too much other work"),
    PRACTICE_DECISION("it was put off because that was better for the child"),
    RECORDED_LATE("it was done in time but recorded late"),
    NO_LONGER_NEEDED("it was no longer needed"),
    OTHER("another reason");

    private final String words;

    BreachReason(String words) {
        this.words = words;
    }

    /** The reason in a sentence, after "missed:". A code that a manager added to the form stands for itself. */
    static String inWords(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .map(reason -> reason.words)
                .findFirst()
                .orElse(code.replace('-', ' '));
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
