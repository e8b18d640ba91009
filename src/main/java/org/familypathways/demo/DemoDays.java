package org.familypathways.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.familypathways.access.DemoMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Days for stories that shall look as if they were going on now. Bank holidays do not matter to them. */
@Component
@Conditional(DemoMode.class)
class DemoDays {

    private final Clock clock;

    DemoDays(Clock clock) {
        this.clock = clock;
    }

    /** The day that many weekdays after the last weekday, or before it, as forms hold it. */
    String weekday(int distance) {
        LocalDate day = LocalDate.now(clock);
        while (isWeekend(day)) {
            day = day.minusDays(1);
        }
        for (int left = Math.abs(distance); left > 0; ) {
            day = day.plusDays(Integer.signum(distance));
            left -= isWeekend(day) ? 0 : 1;
        }
        return day.toString();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
