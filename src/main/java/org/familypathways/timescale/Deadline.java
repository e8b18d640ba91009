package org.familypathways.timescale;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When something is due, when to warn and when it is missed. Days end at midnight in England; hours are exact.
 *
 * @param dueAt the last second of the last day, or the exact instant for hours
 * @param breachAt the midnight after the last day, or the same instant for hours
 * @param firstWarningAt when 60 % of the working time has gone
 * @param secondWarningAt when 90 % of the working time has gone
 * @param provisional whether bank holidays that are not confirmed yet could still move it
 */
record Deadline(Instant dueAt, Instant breachAt, Instant firstWarningAt, Instant secondWarningAt, boolean provisional) {

    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);
    private static final Duration OFFICE_DAY = Duration.ofHours(8);
    private static final int FIRST_WARNING = 60;
    private static final int SECOND_WARNING = 90;

    /**
     * @param startedOn the day of the event, day 0
     * @param startedAt the instant of the event, for a timescale in hours
     * @param knownOn the day the clock was made, from which a timescale that counts back is warned about
     */
    static Deadline of(
            Timescale rule, LocalDate startedOn, @Nullable Instant startedAt, LocalDate knownOn, WorkingDays days) {
        if (rule.unit() == TimescaleUnit.HOURS) {
            Instant from = startedAt == null ? startOf(startedOn) : startedAt;
            Instant due = from.plus(Duration.ofHours(rule.value()));
            return new Deadline(due, due, part(from, due, FIRST_WARNING), part(from, due, SECOND_WARNING), false);
        }
        LocalDate last = lastDay(rule, startedOn, days);
        LocalDate from = rule.countsBack() ? knownOn : startedOn;
        return new Deadline(
                startOf(last.plusDays(1)).minusSeconds(1),
                startOf(last.plusDays(1)),
                warning(from, last, FIRST_WARNING, days),
                warning(from, last, SECOND_WARNING, days),
                rule.unit() == TimescaleUnit.WORKING_DAYS && !days.isConfirmed(last.getYear()));
    }

    /** How far the clock has run by then. */
    ClockStage stageAt(Instant now) {
        if (!breachAt.isAfter(now)) {
            return ClockStage.BREACHED;
        }
        if (!secondWarningAt.isAfter(now)) {
            return ClockStage.SECOND_WARNING;
        }
        return firstWarningAt.isAfter(now) ? ClockStage.QUIET : ClockStage.FIRST_WARNING;
    }

    private static LocalDate lastDay(Timescale rule, LocalDate startedOn, WorkingDays days) {
        return switch (rule.unit()) {
            case WORKING_DAYS -> days.plus(startedOn, rule.value());
            case CALENDAR_DAYS -> startedOn.plusDays(rule.value());
            case WEEKS -> startedOn.plusWeeks(rule.value());
            // the 31st of a month becomes the last day of a shorter one
            case MONTHS -> startedOn.plusMonths(rule.value());
            case HOURS, NUMBER ->
                throw new IllegalArgumentException("No day can be counted for the timescale " + rule.code());
        };
    }

    /** That part of the working time between two days, in the hours in which somebody reads it. */
    private static Instant warning(LocalDate from, LocalDate last, int percent, WorkingDays days) {
        int workingDays = days.between(from, last);
        if (workingDays <= 0) {
            return part(startOf(from), startOf(last.plusDays(1)), percent);
        }
        int hundredths = workingDays * percent;
        LocalDate day = days.plus(from, hundredths / 100 + 1);
        return day.atTime(OFFICE_OPENS)
                .atZone(TimeConfiguration.ENGLAND)
                .toInstant()
                .plus(OFFICE_DAY.multipliedBy(hundredths % 100).dividedBy(100));
    }

    private static Instant part(Instant from, Instant until, int percent) {
        return from.plus(Duration.between(from, until).multipliedBy(percent).dividedBy(100));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(TimeConfiguration.ENGLAND).toInstant();
    }
}
