package org.familypathways.intake;

import java.time.LocalDate;

/** Counts working days; the day of the event itself is day 0. */
@FunctionalInterface
interface WorkingDayCount {

    int between(LocalDate event, LocalDate day);
}
