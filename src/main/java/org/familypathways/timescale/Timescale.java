package org.familypathways.timescale;

import java.time.LocalDate;

/**
 * One row of the decision table of timescales.
 *
 * @param code how models and code name it, for example {@code T11}
 * @param value how many units; negative when it counts back from the event
 * @param name what must be done, in a few words
 * @param startEvent the event it counts from; that day is day 0
 * @param source where the number comes from
 * @param effectiveFrom the first start date it holds for
 * @param tableVersion the version of the deployed table the row was read from
 */
public record Timescale(
        String code,
        int value,
        TimescaleUnit unit,
        String name,
        String startEvent,
        String source,
        TimescaleBasis basis,
        LocalDate effectiveFrom,
        int tableVersion) {

    /** Whether it says how long before an event something must be done. */
    public boolean countsBack() {
        return value < 0;
    }
}
