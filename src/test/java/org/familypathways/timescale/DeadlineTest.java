package org.familypathways.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private final WorkingDays days = TestCalendar.usual();

    @ParameterizedTest(name = "{5}: {1} {2} after {0} is the end of {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-12-11 | 15 | working-days  | 2027-01-06 | 2027-01-07T00:00:00Z | an initial conference around Christmas
            2026-11-21 |  1 | working-days  | 2026-11-23 | 2026-11-24T00:00:00Z | a referral on a Saturday
            2026-03-27 |  1 | working-days  | 2026-03-30 | 2026-03-30T23:00:00Z | over the night when summer time begins
            2026-10-23 |  1 | working-days  | 2026-10-26 | 2026-10-27T00:00:00Z | over the night when summer time ends
            2026-07-01 |  1 | working-days  | 2026-07-02 | 2026-07-02T23:00:00Z | in summer
            2026-03-28 |  1 | calendar-days | 2026-03-29 | 2026-03-29T23:00:00Z | the day of 23 hours
            2026-10-24 |  1 | calendar-days | 2026-10-25 | 2026-10-26T00:00:00Z | the day of 25 hours
            2026-12-20 |  8 | calendar-days | 2026-12-28 | 2026-12-29T00:00:00Z | an emergency protection order runs over Christmas
            2026-11-23 |  0 | calendar-days | 2026-11-23 | 2026-11-24T00:00:00Z | on the same day
            2026-11-24 |  8 | weeks         | 2027-01-19 | 2027-01-20T00:00:00Z | a conference eight weeks after
            2026-11-30 |  3 | months        | 2027-02-28 | 2027-03-01T00:00:00Z | the 30th in a month of 28 days
            2027-11-30 |  3 | months        | 2028-02-29 | 2028-03-01T00:00:00Z | the 30th in a leap year
            2024-02-29 | 12 | months        | 2025-02-28 | 2025-03-01T00:00:00Z | a year after a leap day
            2026-12-31 |  6 | months        | 2027-06-30 | 2027-06-30T23:00:00Z | the 31st in a month of 30 days, in summer
            2026-12-02 | -3 | working-days  | 2026-11-27 | 2026-11-28T00:00:00Z | reports before a conference
            """)
    void the_last_day_ends_at_midnight_in_england(
            LocalDate event, int value, String unit, LocalDate last, Instant midnightAfter, String situation) {
        var deadline = Deadline.of(rule(value, unit), event, null, event, days);
        assertThat(deadline.breachAt()).isEqualTo(midnightAfter);
        assertThat(deadline.dueAt()).isEqualTo(midnightAfter.minusSeconds(1));
        assertThat(LocalDate.ofInstant(deadline.dueAt(), ENGLAND)).isEqualTo(last);
    }

    @ParameterizedTest(name = "{3}: {0} hours after {1}")
    @CsvSource(delimiter = '|', textBlock = """
            72 | 2026-11-21T22:15:00 | 2026-11-24T22:15:00 | police protection over a weekend
            72 | 2026-03-28T12:00:00 | 2026-03-31T13:00:00 | 72 hours are 72 hours when summer time begins
            72 | 2026-10-24T12:00:00 | 2026-10-27T11:00:00 | and when it ends
            24 | 2026-12-24T16:00:00 | 2026-12-25T16:00:00 | an urgent conference on Christmas Eve
            """)
    void hours_are_exact(int hours, LocalDateTime from, LocalDateTime until, String situation) {
        Instant start = from.atZone(ENGLAND).toInstant();
        var deadline = Deadline.of(rule(hours, "hours"), from.toLocalDate(), start, from.toLocalDate(), days);
        assertThat(deadline.dueAt()).isEqualTo(until.atZone(ENGLAND).toInstant());
        assertThat(deadline.breachAt()).isEqualTo(deadline.dueAt());
    }

    @Test
    void hours_without_a_time_begin_when_the_day_began() {
        var deadline =
                Deadline.of(rule(24, "hours"), LocalDate.of(2026, 11, 23), null, LocalDate.of(2026, 11, 24), days);
        assertThat(deadline.dueAt()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
    }

    @ParameterizedTest(name = "{5}: warned at {3} and {4}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-02 | 15 | working-days | 2026-11-16T09:00:00 | 2026-11-20T13:00:00 | 15 days: after 9 and after 13 and a half
            2026-12-11 | 15 | working-days | 2026-12-29T09:00:00 | 2027-01-05T13:00:00 | 15 days around Christmas
            2026-11-23 |  1 | working-days | 2026-11-24T13:48:00 | 2026-11-24T16:12:00 | one day: within office hours
            2026-11-20 |  1 | working-days | 2026-11-23T13:48:00 | 2026-11-23T16:12:00 | one day after a Friday
            2026-11-23 | 10 | working-days | 2026-12-02T09:00:00 | 2026-12-07T09:00:00 | ten days: the 7th and the 10th morning
            2026-06-29 |  5 | working-days | 2026-07-03T09:00:00 | 2026-07-06T13:00:00 | five days in summer
            2026-11-23 |  8 | weeks        | 2026-12-24T10:36:00 | 2027-01-13T11:24:00 | 37 working days within eight weeks
            2026-12-24 |  2 | calendar-days| 2026-12-25T19:12:00 | 2026-12-26T16:48:00 | no working day at all
            """)
    void warns_at_60_and_90_percent_of_the_working_time(
            LocalDate event, int value, String unit, LocalDateTime first, LocalDateTime second, String situation) {
        var deadline = Deadline.of(rule(value, unit), event, null, event, days);
        assertThat(deadline.firstWarningAt()).isEqualTo(first.atZone(ENGLAND).toInstant());
        assertThat(deadline.secondWarningAt()).isEqualTo(second.atZone(ENGLAND).toInstant());
    }

    @Test
    void warns_of_hours_by_the_hour() {
        Instant taken = Instant.parse("2026-11-21T10:00:00Z");
        var deadline =
                Deadline.of(rule(10, "hours"), LocalDate.of(2026, 11, 21), taken, LocalDate.of(2026, 11, 21), days);
        assertThat(deadline.firstWarningAt()).isEqualTo(Instant.parse("2026-11-21T16:00:00Z"));
        assertThat(deadline.secondWarningAt()).isEqualTo(Instant.parse("2026-11-21T19:00:00Z"));
    }

    @Test
    void warns_of_something_before_an_event_from_the_day_it_was_known() {
        var deadline = Deadline.of(
                rule(-3, "working-days"), LocalDate.of(2026, 12, 16), null, LocalDate.of(2026, 11, 27), days);
        assertThat(deadline.firstWarningAt())
                .isEqualTo(LocalDateTime.of(2026, 12, 8, 9, 0).atZone(ENGLAND).toInstant());
    }

    @Test
    void a_date_in_a_year_without_confirmed_bank_holidays_is_provisional() {
        LocalDate beforeChristmas = LocalDate.of(2027, 12, 17);
        assertThat(Deadline.of(rule(5, "working-days"), beforeChristmas, null, beforeChristmas, days)
                        .provisional())
                .isFalse();
        assertThat(Deadline.of(rule(10, "working-days"), beforeChristmas, null, beforeChristmas, days)
                        .provisional())
                .isTrue();
        assertThat(Deadline.of(rule(8, "weeks"), beforeChristmas, null, beforeChristmas, days)
                        .provisional())
                .as("weeks do not ask for bank holidays")
                .isFalse();
    }

    @Test
    void a_number_of_agencies_is_no_time() {
        LocalDate day = LocalDate.of(2026, 11, 23);
        assertThatIllegalArgumentException().isThrownBy(() -> Deadline.of(rule(3, "number"), day, null, day, days));
    }

    private static Timescale rule(int value, String unit) {
        return new Timescale(
                "T00",
                value,
                TimescaleUnit.of(unit),
                "Something",
                "Some event",
                "A test",
                TimescaleBasis.LOCAL,
                LocalDate.of(2000, 1, 1),
                1);
    }
}
