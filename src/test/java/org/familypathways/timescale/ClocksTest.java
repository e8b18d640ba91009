package org.familypathways.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.familypathways.timescale.ClockedCase.CONFERENCE;
import static org.familypathways.timescale.ClockedCase.VISIT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.Work;
import org.familypathways.timescale.ClockedCase.Begun;
import org.familypathways.timescale.StatutoryClock.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ClocksTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    /** The end of 23 November 2026, 15 working days later. */
    private static final Instant CONFERENCE_DUE = Instant.parse("2026-11-23T23:59:59Z");

    @Autowired
    ClockedCase cases;

    @Autowired
    Clocks clocks;

    @Autowired
    ClockWatch watch;

    @Autowired
    Work work;

    @Autowired
    ProcessEngine engine;

    @Autowired
    SettableClock time;

    @Autowired
    JdbcClient jdbc;

    Begun begun;

    @BeforeEach
    void a_case_begins_on_a_monday() {
        time.setDate(MONDAY);
        begun = cases.begin();
    }

    @Test
    void a_task_is_due_when_its_clock_is() {
        var task = work.task(begun.id(), CONFERENCE);
        assertThat(task.getDueDate()).isEqualTo(Date.from(CONFERENCE_DUE));
        assertThat(task.getFollowUpDate()).isEqualTo(Instant.parse("2026-11-16T09:00:00Z"));
        assertThat(clock("T11").startedOn()).isEqualTo(MONDAY);
    }

    @Test
    void task_warning_and_timer_share_one_clock() {
        assertThat(ofCode("T11")).hasSize(1);
        assertThat(timer().getDuedate()).isEqualTo(Date.from(CONFERENCE_DUE));
    }

    @Test
    void starting_a_clock_again_gives_the_one_that_runs() {
        time.plusDays(3);
        var again = clocks.start("T11", begun.subject(), LocalDate.now(time));
        assertThat(again.startedOn()).isEqualTo(MONDAY);
    }

    @Test
    void a_clock_that_began_before_its_task_keeps_its_own_start() {
        clocks.start("T52", begun.subject(), LocalDate.of(2026, 10, 30));
        assertThat(clocks.start("T52", begun.subject(), MONDAY).dueOn()).isEqualTo(LocalDate.of(2026, 12, 25));
    }

    @Test
    void completing_the_task_meets_the_clock() {
        time.plusDays(2);
        cases.complete(work.task(begun.id(), CONFERENCE));
        var met = ofCode("T11").get(0);
        assertThat(met.status()).isEqualTo(Status.MET);
        assertThat(met.metOn()).isEqualTo(MONDAY.plusDays(2));
        assertThat(met.isBreached()).isFalse();
        assertThat(facts("TimescaleMet")).singleElement().asString().contains("\"inTime\": true");
    }

    @Test
    void what_was_done_late_is_missed_even_when_nobody_looked() {
        time.setDate(LocalDate.of(2026, 11, 24));
        cases.complete(work.task(begun.id(), CONFERENCE));
        assertThat(ofCode("T11").get(0).isBreached()).isTrue();
        assertThat(facts("TimescaleBreached")).hasSize(1);
        assertThat(explanations()).hasSize(1);
    }

    @Test
    void what_was_done_in_time_but_recorded_late_is_not_missed() {
        time.setDate(LocalDate.of(2026, 11, 25));
        watch.sweep();
        assertThat(explanations()).hasSize(1);
        engine.getRuntimeService().setVariable(begun.id(), "heldOn", "2026-11-20");

        cases.complete(work.task(begun.id(), CONFERENCE));

        var met = ofCode("T11").get(0);
        assertThat(met.metOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(met.isBreached()).isFalse();
        assertThat(explanations()).isEmpty();
        assertThat(facts("TimescaleBreachWithdrawn")).hasSize(1);
    }

    @Test
    void each_person_of_a_repeated_step_has_a_clock_of_their_own() {
        assertThat(ofCode("T50")).hasSize(2);
        var first = work.tasks(begun.id(), VISIT).get(0);
        var person = (String) engine.getTaskService().getVariable(first.getId(), "personId");

        cases.complete(first);

        assertThat(ofCode("T50"))
                .filteredOn(clock -> clock.status() == Status.MET)
                .singleElement()
                .extracting(clock -> clock.subject().personId())
                .isEqualTo(person);
    }

    @Test
    void a_clock_of_the_whole_case_is_met_by_the_last_of_a_repeated_step() {
        clocks.start("T51", begun.subject(), MONDAY);
        var visits = work.tasks(begun.id(), VISIT);
        cases.complete(visits.get(0));
        assertThat(clock("T51").status()).isEqualTo(Status.RUNNING);
        cases.complete(visits.get(1));
        assertThat(clocks.running("T51", begun.id())).isEmpty();
    }

    @Test
    void an_event_meets_one_clock_and_ends_another() {
        clocks.start("T53", begun.subject(), time.instant());
        clocks.start("T52", begun.subject(), MONDAY);
        engine.getRuntimeService()
                .createMessageCorrelation("clocked-case.urgent-held")
                .processInstanceId(begun.id())
                .correlate();
        assertThat(ofCode("T53").get(0).status()).isEqualTo(Status.MET);
        assertThat(ofCode("T52").get(0).status()).isEqualTo(Status.STOPPED);
        assertThat(ofCode("T52").get(0).stopReason()).isEqualTo("no-longer-applies");
    }

    @Test
    void hours_run_from_the_minute() {
        Instant asked = Instant.parse("2026-11-02T16:45:00Z");
        assertThat(clocks.start("T53", begun.subject(), asked).dueAt()).isEqualTo(asked.plusSeconds(24 * 3600));
    }

    @Test
    void the_clocks_of_a_case_end_with_it() {
        engine.getRuntimeService().deleteProcessInstance(begun.id(), "family moved away");
        assertThat(clocks.ofFamily(begun.family()))
                .isNotEmpty()
                .allSatisfy(clock -> assertThat(clock.status()).isEqualTo(Status.STOPPED))
                .allSatisfy(clock -> assertThat(clock.stopReason()).isEqualTo("case-ended"));
    }

    @Test
    void what_was_late_when_the_case_ended_stays_late() {
        time.setDate(LocalDate.of(2026, 11, 24));
        engine.getRuntimeService().deleteProcessInstance(begun.id(), "family moved away");
        assertThat(ofCode("T11").get(0).isBreached()).isTrue();
    }

    @Test
    void an_unknown_code_starts_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> clocks.start("T99", begun.subject(), MONDAY));
        assertThatIllegalArgumentException().isThrownBy(() -> clocks.start("T09", begun.subject(), MONDAY));
    }

    @Test
    void a_clock_before_an_event_starts_only_when_its_day_is_known() {
        assertThatIllegalStateException().isThrownBy(() -> clocks.runningOrToday("T13", begun.subject()));
        clocks.start("T13", begun.subject(), LocalDate.of(2026, 11, 23));
        assertThat(clocks.runningOrToday("T13", begun.subject()).dueOn()).isEqualTo(LocalDate.of(2026, 11, 18));
    }

    @Nested
    class When_the_start_was_wrong {

        @Test
        void clock_task_and_timer_move_and_the_first_due_date_is_kept() {
            var moved = work.as("tom.reid")
                    .signedIn(() -> clocks.correctStart(
                            clock("T11").id(), LocalDate.of(2026, 11, 5), "The strategy discussion was on Thursday"));

            Instant due = Instant.parse("2026-11-26T23:59:59Z");
            assertThat(moved.dueAt()).isEqualTo(due);
            assertThat(moved.originalDueAt()).isEqualTo(CONFERENCE_DUE);
            assertThat(work.task(begun.id(), CONFERENCE).getDueDate()).isEqualTo(Date.from(due));
            assertThat(work.task(begun.id(), CONFERENCE).getFollowUpDate())
                    .isEqualTo(Date.from(moved.firstWarningAt()));
            assertThat(timer().getDuedate()).isEqualTo(Date.from(due));
            assertThat(corrections(moved)).containsExactly("tom.reid: The strategy discussion was on Thursday");
        }

        @Test
        void a_second_correction_keeps_the_very_first_due_date() {
            long id = clock("T11").id();
            clocks.correctStart(id, LocalDate.of(2026, 11, 5), "first");
            clocks.correctStart(id, LocalDate.of(2026, 11, 6), "second");
            assertThat(clock("T11").originalDueAt()).isEqualTo(CONFERENCE_DUE);
            assertThat(corrections(clock("T11"))).containsExactly("system: first", "system: second");
        }

        @Test
        void only_the_tasks_of_that_person_move() {
            var first = ofCode("T50").get(0);
            clocks.correctStart(first.id(), LocalDate.of(2026, 11, 9), "Asked for a later visit");
            assertThat(work.tasks(begun.id(), VISIT))
                    .filteredOn(task -> task.getDueDate().toInstant().equals(Instant.parse("2026-11-16T23:59:59Z")))
                    .singleElement()
                    .satisfies(task -> assertThat(engine.getTaskService().getVariable(task.getId(), "personId"))
                            .isEqualTo(first.subject().personId()));
        }

        @Test
        void a_later_start_takes_back_the_breach() {
            time.setDate(LocalDate.of(2026, 11, 24));
            watch.sweep();
            assertThat(explanations()).hasSize(1);
            assertThat(work.task(begun.id(), CONFERENCE).getPriority()).isEqualTo(90);

            clocks.correctStart(clock("T11").id(), LocalDate.of(2026, 11, 20), "Another discussion began the enquiry");

            assertThat(clock("T11").isBreached()).isFalse();
            assertThat(explanations()).isEmpty();
            assertThat(work.task(begun.id(), CONFERENCE).getPriority()).isEqualTo(50);
        }

        @Test
        void an_earlier_start_can_make_a_met_clock_late() {
            time.setDate(LocalDate.of(2026, 11, 20));
            cases.complete(work.task(begun.id(), CONFERENCE));
            clocks.correctStart(ofCode("T11").get(0).id(), LocalDate.of(2026, 10, 23), "It began in October");
            assertThat(ofCode("T11").get(0).isBreached()).isTrue();
        }

        @Test
        void a_clock_that_no_longer_applies_stays_as_it_was() {
            long id = clock("T11").id();
            clocks.stop("T11", begun.id(), "no-longer-applies");
            assertThatIllegalStateException().isThrownBy(() -> clocks.correctStart(id, MONDAY.plusDays(1), "too late"));
        }
    }

    @Nested
    class When_bank_holidays_are_not_known_yet {

        @Test
        void the_due_date_is_provisional_and_worked_out_again_with_the_next_calendar() {
            var provisional = clocks.start("T12", begun.subject(), LocalDate.of(2027, 12, 24));
            assertThat(provisional.provisional()).isTrue();
            assertThat(provisional.dueOn()).isEqualTo(LocalDate.of(2028, 1, 7));
            pretendItWasWorkedOutBefore(provisional, "2028-01-06T23:59:59Z");

            watch.recompute();

            var again = clocks.find(provisional.id()).orElseThrow();
            assertThat(again.dueOn()).isEqualTo(LocalDate.of(2028, 1, 7));
            assertThat(corrections(again)).containsExactly("system: The calendar of bank holidays changed");
        }

        /** As a calendar without one of the holidays would have had it. */
        private void pretendItWasWorkedOutBefore(StatutoryClock clock, String due) {
            jdbc.sql("update statutory_clock set calendar = 'an older one', due_at = :due::timestamptz where id = :id")
                    .param("due", due)
                    .param("id", clock.id())
                    .update();
        }
    }

    private StatutoryClock clock(String code) {
        return clocks.running(code, begun.id()).orElseThrow();
    }

    private List<StatutoryClock> ofCode(String code) {
        return clocks.ofFamily(begun.family()).stream()
                .filter(clock -> clock.rule().code().equals(code))
                .toList();
    }

    private Job timer() {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(begun.id())
                .timers()
                .singleResult();
    }

    private List<String> explanations() {
        return jdbc.sql("""
                        select i.proc_inst_id_ from act_ru_variable v join act_ru_execution i on i.id_ = v.proc_inst_id_
                        where v.name_ = 'clockId' and v.text_ in
                          (select id::text from statutory_clock where family_id = :family and code = 'T11')
                        """).param("family", begun.family()).query(String.class).list();
    }

    private List<String> facts(String type) {
        return jdbc.sql("""
                        select details::text from practice_fact
                        where family_id = :family and type = :type and details ->> 'code' = 'T11'
                        """)
                .param("family", begun.family())
                .param("type", type)
                .query(String.class)
                .list();
    }

    private List<String> corrections(StatutoryClock clock) {
        return jdbc.sql("select corrected_by || ': ' || reason from clock_correction where clock_id = :id order by id")
                .param("id", clock.id())
                .query(String.class)
                .list();
    }
}
