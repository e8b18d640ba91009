package org.familypathways.timescale;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a department states about its calendar.
 *
 * @param extraHolidays bank holidays proclaimed for one day, for example a coronation
 * @param movedHolidays days that are no bank holiday this time because it was moved to another day
 * @param lastConfirmedYear the last year whose bank holidays GOV.UK has published; a due date after it is provisional.
 *     GOV.UK publishes about two years ahead, so this is raised by one each year
 * @param sweep whether this node looks at the clocks by itself
 * @param sweepEvery how often
 */
@ConfigurationProperties("familypathways.timescale")
record TimescaleSettings(
        @DefaultValue Set<LocalDate> extraHolidays,
        @DefaultValue Set<LocalDate> movedHolidays,
        @DefaultValue("2027") int lastConfirmedYear,
        @DefaultValue("true") boolean sweep,
        @DefaultValue("PT1M") Duration sweepEvery) {

    TimescaleSettings {
        extraHolidays = new TreeSet<>(extraHolidays);
        movedHolidays = new TreeSet<>(movedHolidays);
    }
}
