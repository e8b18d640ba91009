package org.familypathways.timescale;

import java.util.Arrays;

/** What the number of a timescale counts. */
public enum TimescaleUnit {
    HOURS("hours"),
    CALENDAR_DAYS("calendar-days"),
    WORKING_DAYS("working-days"),
    WEEKS("weeks"),
    MONTHS("months"),
    /** People, agencies or visits: no length of time, so no clock runs on it. */
    NUMBER("number");

    private final String id;

    TimescaleUnit(String id) {
        this.id = id;
    }

    /** The word in the decision table. */
    public String id() {
        return id;
    }

    /** @throws IllegalArgumentException for a word that is none of the units */
    public static TimescaleUnit of(String id) {
        return Arrays.stream(values())
                .filter(unit -> unit.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no unit of a timescale".formatted(id)));
    }
}
