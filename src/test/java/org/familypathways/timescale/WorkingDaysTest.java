package org.familypathways.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private final WorkingDays days = TestCalendar.usual();

    @ParameterizedTest(name = "{4}: {1} working days after {0} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23 |  1 | 2026-11-24 | TUESDAY   | an ordinary Monday
            2026-11-20 |  1 | 2026-11-23 | MONDAY    | a Friday
            2026-11-21 |  1 | 2026-11-23 | MONDAY    | an event on a Saturday
            2026-11-22 |  1 | 2026-11-23 | MONDAY    | an event on a Sunday
            2026-11-23 |  0 | 2026-11-23 | MONDAY    | nothing to count
            2026-05-01 |  1 | 2026-05-05 | TUESDAY   | the early May bank holiday
            2026-05-22 |  3 | 2026-05-28 | THURSDAY  | the spring bank holiday
            2026-08-28 |  1 | 2026-09-01 | TUESDAY   | the summer bank holiday
            2026-04-02 |  1 | 2026-04-07 | TUESDAY   | Good Friday and Easter Monday
            2027-03-25 |  1 | 2027-03-30 | TUESDAY   | Easter in March
            2026-12-24 |  1 | 2026-12-29 | TUESDAY   | Boxing Day on a Saturday, kept on the Monday
            2027-12-24 |  1 | 2027-12-29 | WEDNESDAY | Christmas Day and Boxing Day at a weekend
            2022-12-23 |  1 | 2022-12-28 | WEDNESDAY | Christmas Day on a Sunday
            2021-12-24 |  1 | 2021-12-29 | WEDNESDAY | Christmas Day on a Saturday
            2021-12-31 |  1 | 2022-01-04 | TUESDAY   | New Year's Day on a Saturday
            2022-12-30 |  1 | 2023-01-03 | TUESDAY   | New Year's Day on a Sunday
            2026-12-11 | 15 | 2027-01-06 | WEDNESDAY | an initial conference around Christmas
            2026-12-18 | 15 | 2027-01-13 | WEDNESDAY | an initial conference over Christmas and New Year
            2024-02-28 |  2 | 2024-03-01 | FRIDAY    | a leap day that is a Thursday
            2026-03-27 |  1 | 2026-03-30 | MONDAY    | summer time begins
            2026-10-23 |  1 | 2026-10-26 | MONDAY    | summer time ends
            2026-12-02 | -3 | 2026-11-27 | FRIDAY    | counting back over a weekend
            2026-12-30 | -3 | 2026-12-23 | WEDNESDAY | counting back over Christmas
            2023-05-05 |  1 | 2023-05-09 | TUESDAY   | the coronation
            2020-05-01 |  1 | 2020-05-04 | MONDAY    | the early May bank holiday that was moved to Friday 8 May
            2020-05-07 |  1 | 2020-05-11 | MONDAY    | the Friday it was moved to
            2022-06-01 |  1 | 2022-06-06 | MONDAY    | the Platinum Jubilee
            """)
    void counts_as_people_in_england_do(LocalDate event, int count, LocalDate due, String weekday, String situation) {
        assertThat(days.plus(event, count)).isEqualTo(due);
        assertThat(due.getDayOfWeek()).hasToString(weekday);
    }

    @Test
    void knows_the_eight_bank_holidays_of_an_ordinary_year() {
        assertThat(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(day -> day.getDayOfWeek().getValue() <= 5)
                        .filter(day -> !days.isWorkingDay(day)))
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 3),
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 4),
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 8, 31),
                        LocalDate.of(2026, 12, 25),
                        LocalDate.of(2026, 12, 28));
    }

    @Test
    void counts_the_days_between() {
        assertThat(days.between(LocalDate.of(2026, 12, 11), LocalDate.of(2027, 1, 6)))
                .isEqualTo(15);
        assertThat(days.between(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22)))
                .isZero();
        assertThat(days.between(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 23)))
                .isEqualTo(-2);
    }

    @Test
    void keeps_a_holiday_that_was_proclaimed() {
        var proclaimed = TestCalendar.with(Set.of(LocalDate.of(2027, 6, 14)), Set.of(), 2027);
        assertThat(proclaimed.plus(LocalDate.of(2027, 6, 11), 1)).isEqualTo(LocalDate.of(2027, 6, 15));
    }

    @Test
    void works_on_a_bank_holiday_that_was_moved() {
        var moved = TestCalendar.with(Set.of(LocalDate.of(2027, 5, 7)), Set.of(LocalDate.of(2027, 5, 3)), 2027);
        assertThat(moved.isWorkingDay(LocalDate.of(2027, 5, 3))).isTrue();
        assertThat(moved.isWorkingDay(LocalDate.of(2027, 5, 7))).isFalse();
    }

    @Test
    void is_certain_only_of_confirmed_years() {
        assertThat(days.isConfirmed(2027)).isTrue();
        assertThat(days.isConfirmed(2028)).isFalse();
    }
}
