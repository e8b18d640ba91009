package org.familypathways.timescale;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

/** Calendars for tests that need no application. */
final class TestCalendar {

    private TestCalendar() {}

    static WorkingDays usual() {
        return with(Set.of(), Set.of(), 2027);
    }

    static WorkingDays with(Set<LocalDate> extra, Set<LocalDate> moved, int lastConfirmedYear) {
        return new WorkingDays(new TimescaleSettings(extra, moved, lastConfirmedYear, false, Duration.ofMinutes(1)));
    }
}
