package org.familypathways.timescale.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.familypathways.access.PracticeRole;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.SignedIn;
import org.familypathways.timescale.ClockSubject;
import org.familypathways.timescale.Clocks;
import org.familypathways.timescale.StatutoryClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ClockCorrectionTest {

    @Autowired
    Families families;

    @Autowired
    Involvements involvements;

    @Autowired
    Clocks clocks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignedIn signedIn;

    @Autowired
    SettableClock clock;

    String family;
    StatutoryClock started;

    @BeforeEach
    void a_conference_that_is_due_fifteen_working_days_after_the_strategy_discussion() {
        clock.setDate(LocalDate.of(2026, 11, 25));
        family = families.create("north").id();
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        started =
                clocks.start("T08", new ClockSubject(family, null, "a case of " + family), LocalDate.of(2026, 11, 20));
    }

    @Test
    void a_team_manager_corrects_the_day_and_the_old_one_is_kept() {
        assertThat(signedIn.as("tom.reid").get(address()).body())
                .contains(started.rule().name(), "20 November 2026");

        assertThat(correct("tom.reid", Map.of()).statusCode()).isEqualTo(302);

        var corrected = clocks.find(started.id()).orElseThrow();
        assertThat(corrected.startedOn()).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(corrected.dueAt()).isBefore(started.dueAt());
        assertThat(jdbc.sql("select old_started_on, reason, corrected_by from clock_correction where clock_id = ?")
                        .param(started.id())
                        .query()
                        .singleRow())
                .containsEntry("reason", "The minutes <script> say so.")
                .containsEntry("corrected_by", "tom.reid");
    }

    @Test
    void sending_it_twice_corrects_once() {
        correct("tom.reid", Map.of());
        correct("tom.reid", Map.of());

        assertThat(jdbc.sql("select count(*) from clock_correction where clock_id = ?")
                        .param(started.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void each_fault_is_one_sentence() {
        assertThat(correct("tom.reid", Map.of("startedOn-day", "26")).body())
                .contains("The day must be today or in the past.", "The minutes &lt;script&gt; say so.")
                .doesNotContain("minutes <script>");
        assertThat(correct("tom.reid", Map.of("reason", "")).body()).contains("Say why the day is corrected.");
        assertThat(correct("tom.reid", Map.of("clock", "")).body()).contains("Choose the timescale.");
        assertThat(correct("tom.reid", Map.of("clock", "0")).body()).contains("does not apply any more");
        assertThat(correct("tom.reid", Map.of("startedOn-year", "2006")).body()).contains("Check the year.");
        assertThat(clocks.find(started.id())).contains(started);
    }

    @Test
    void others_may_not_and_strangers_find_nothing() {
        assertThat(correct("amina.khan", Map.of()).statusCode()).isEqualTo(403);
        assertThat(signedIn.as("amina.khan").get(address()).statusCode()).isEqualTo(403);
        assertThat(correct("joe.marsh", Map.of()).statusCode()).isEqualTo(404);
        assertThat(signedIn.as("tom.reid").get("/families/F-999999/timescales").statusCode())
                .isEqualTo(404);
        assertThat(clocks.find(started.id())).contains(started);
    }

    private HttpResponse<String> correct(String worker, Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "clock", String.valueOf(started.id()),
                "startedOn-day", "18",
                "startedOn-month", "11",
                "startedOn-year", "2026",
                "reason", "The minutes <script> say so."));
        form.putAll(more);
        return signedIn.as(worker).post(address(), form);
    }

    private String address() {
        return "/families/" + family + "/timescales";
    }
}
