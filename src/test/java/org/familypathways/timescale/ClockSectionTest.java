package org.familypathways.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.timescale.ClockedCase.Begun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ClockSectionTest {

    @Autowired
    ClockSection section;

    @Autowired
    ClockedCase cases;

    @Autowired
    Clocks clocks;

    @Autowired
    ClockWatch watch;

    @Autowired
    SettableClock time;

    Begun begun;

    @BeforeEach
    void a_case_begins_on_a_monday() {
        time.setDate(LocalDate.of(2026, 11, 2));
        begun = cases.begin();
    }

    @Test
    void says_what_is_due_and_how_many_working_days_are_left() {
        assertThat(row("Hold the initial child protection conference"))
                .containsExactly(
                        "Hold the initial child protection conference", "23 November 2026", "15 working days left");
        time.setDate(LocalDate.of(2026, 11, 20));
        assertThat(row("Hold the initial child protection conference")).endsWith("1 working day left");
        time.setDate(LocalDate.of(2026, 11, 23));
        assertThat(row("Hold the initial child protection conference")).endsWith("Due today");
    }

    @Test
    void says_what_was_missed_before_anybody_has_looked() {
        time.setDate(LocalDate.of(2026, 11, 24));
        assertThat(row("Hold the initial child protection conference")).endsWith("Missed, not explained yet");
        watch.sweep();
        assertThat(row("Hold the initial child protection conference")).endsWith("Missed, not explained yet");
    }

    @Test
    void says_what_was_done_in_time_late_or_not_at_all() {
        clocks.meet("T11", begun.id(), LocalDate.of(2026, 11, 2));
        assertThat(row("Hold the initial child protection conference")).endsWith("Done in time on 2 November 2026");
        clocks.start("T52", begun.subject(), LocalDate.of(2026, 8, 3));
        clocks.meet("T52", begun.id(), LocalDate.of(2026, 11, 2));
        assertThat(row("Hold the family group conference")).endsWith("Done late on 2 November 2026, not explained yet");
        clocks.stop("T50", begun.id(), "no-longer-applies");
        assertThat(row("Hold the baseline meeting")).endsWith("No longer needed");

        assertThat(section.of(begun.family()).finished())
                .as("what nobody has to look at any more")
                .extracting(row -> row.get(0))
                .contains("Hold the initial child protection conference", "Hold the baseline meeting")
                .doesNotContain("Hold the family group conference");
    }

    @Test
    void says_the_hour_where_hours_count_and_what_was_due_at_first() {
        clocks.start("T53", begun.subject(), Instant.parse("2026-11-02T16:45:00Z"));
        assertThat(row("Hold an urgent family group conference").get(1)).isEqualTo("3 November 2026 at 16:45");
        clocks.correctStart(
                clocks.running("T11", begun.id()).orElseThrow().id(), LocalDate.of(2026, 11, 5), "A wrong date");
        assertThat(row("Hold the initial child protection conference").get(1))
                .isEqualTo("26 November 2026, first due 23 November 2026");
    }

    @Test
    void says_when_bank_holidays_could_still_move_it() {
        clocks.start("T04", begun.subject(), LocalDate.of(2027, 12, 1));
        assertThat(row("Complete and authorise the assessment").get(1))
                .isEqualTo("7 February 2028 (provisional: the bank holidays of that year are not confirmed yet)");
    }

    private List<String> row(String name) {
        var table = section.of(begun.family());
        return Stream.concat(table.rows().stream(), table.finished().stream())
                .filter(row -> row.get(0).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
