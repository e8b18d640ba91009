package org.familypathways.timescale;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A clock runs from the day of an event until what it asks for is done. At 60 % and 90 % of its working time it warns;
 * from the midnight after its last day it is breached, and the work goes on. A manager says why it was breached. It is
 * met by the work, early or late, or stopped when it no longer applies. When the date of the event was wrong, the clock
 * moves and keeps its original due date.
 *
 * @param startedAt the instant of the event, for a clock in hours
 * @param originalDueAt what was due before the start was first corrected
 * @param breachReason the code of the reason that a manager gave
 * @param breachAcceptedBy the manager who accepted it
 */
public record StatutoryClock(
        long id,
        ClockSubject subject,
        Timescale rule,
        LocalDate startedOn,
        @Nullable Instant startedAt,
        LocalDate madeOn,
        Instant dueAt,
        Instant breachAt,
        Instant firstWarningAt,
        Instant secondWarningAt,
        boolean provisional,
        @Nullable Instant originalDueAt,
        Status status,
        ClockStage stage,
        @Nullable LocalDate metOn,
        @Nullable Instant breachedAt,
        @Nullable String breachReason,
        @Nullable String breachAcceptedBy,
        @Nullable String stopReason) {

    /** What became of the clock. */
    public enum Status {
        RUNNING,
        MET,
        STOPPED
    }

    /** The last day, in England. */
    public LocalDate dueOn() {
        return dueAt.atZone(TimeConfiguration.ENGLAND).toLocalDate();
    }

    public boolean isBreached() {
        return breachedAt != null;
    }
}
