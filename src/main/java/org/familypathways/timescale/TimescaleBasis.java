package org.familypathways.timescale;

import java.util.Locale;

/** What stands behind the number of a timescale. */
public enum TimescaleBasis {
    STATUTE,
    GUIDANCE,
    LOCAL,
    PROPOSED;

    /** The word in the decision table. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is none of these */
    public static TimescaleBasis of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
