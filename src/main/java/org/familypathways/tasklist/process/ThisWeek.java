package org.familypathways.tasklist.process;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import org.familypathways.engine.ForModels;
import org.springframework.stereotype.Component;

/** What the list of tasks due this week calls {@code thisWeek}. Weeks end with Sunday, in the time of London. */
@Component("thisWeek")
@ForModels
public class ThisWeek {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Clock clock;

    ThisWeek(Clock clock) {
        this.clock = clock;
    }

    /** The midnight with which the week is over. */
    public Date end() {
        return Date.from(LocalDate.now(clock.withZone(LONDON))
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(LONDON)
                .toInstant());
    }
}
