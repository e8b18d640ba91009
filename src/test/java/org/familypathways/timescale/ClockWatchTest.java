package org.familypathways.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.familypathways.timescale.ClockedCase.CONFERENCE;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.Work;
import org.familypathways.timescale.ClockedCase.Begun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class ClockWatchTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Autowired
    ClockedCase cases;

    @Autowired
    ClockWatch watch;

    @Autowired
    Clocks clocks;

    @Autowired
    ClockRows rows;

    @Autowired
    Work work;

    @Autowired
    TaskService tasks;

    @Autowired
    SettableClock time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Begun begun;

    @BeforeEach
    void a_case_begins_on_a_monday() {
        time.setDate(MONDAY);
        begun = cases.begin();
    }

    @Test
    void a_task_becomes_more_urgent_as_its_clock_runs() {
        lookAt("2026-11-16T08:59:00");
        assertThat(priority()).isEqualTo(50);
        lookAt("2026-11-16T09:00:00");
        assertThat(priority()).isEqualTo(60);
        lookAt("2026-11-20T13:00:00");
        assertThat(priority()).isEqualTo(75);
        // time goes on from there while a slow machine looks
        lookAt("2026-11-23T23:57:00");
        assertThat(priority()).isEqualTo(75);
        lookAt("2026-11-24T00:00:00");
        assertThat(priority()).isEqualTo(90);
    }

    @Test
    void what_somebody_made_more_urgent_stays_so() {
        tasks.setPriority(work.task(begun.id(), CONFERENCE).getId(), 80);
        lookAt("2026-11-16T09:00:00");
        assertThat(priority()).isEqualTo(80);
    }

    @Test
    void a_missed_clock_is_marked_told_and_asked_about_once() {
        lookAt("2026-11-24T00:00:00");
        lookAt("2026-11-25T10:00:00");
        assertThat(conference().isBreached()).isTrue();
        assertThat(conference().status()).isEqualTo(StatutoryClock.Status.RUNNING);
        assertThat(breaches()).isEqualTo(1);
        assertThat(explanations()).isEqualTo(1);
    }

    @Test
    void the_work_goes_on_after_a_breach() {
        lookAt("2026-11-24T00:00:00");
        cases.complete(work.task(begun.id(), CONFERENCE));
        assertThat(clocks.find(conferenceId()).orElseThrow().status()).isEqualTo(StatutoryClock.Status.MET);
        assertThat(breaches()).isEqualTo(1);
    }

    @Test
    void the_manager_hears_while_nobody_has_the_task_and_the_worker_once_somebody_has() {
        lookAt("2026-11-16T09:00:00");
        assertThat(told("FIRST_WARNING")).containsExactly("tom.reid");
        tasks.setAssignee(work.task(begun.id(), CONFERENCE).getId(), "amina.khan");
        lookAt("2026-11-20T13:00:00");
        assertThat(told("SECOND_WARNING")).containsExactlyInAnyOrder("amina.khan", "tom.reid");
        lookAt("2026-11-24T00:00:00");
        assertThat(told("BREACHED")).containsExactlyInAnyOrder("amina.khan", "tom.reid");
    }

    @Test
    void several_nodes_deal_with_each_clock_once() throws Exception {
        var more = IntStream.range(0, 8).mapToObj(number -> cases.begin()).toList();
        time.setDate(LocalDate.of(2026, 11, 24));
        var nodes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> sweeps = java.util.Collections.nCopies(4, () -> {
                watch.sweep();
                return true;
            });
            for (var sweep : nodes.invokeAll(sweeps)) {
                sweep.get();
            }
        } finally {
            nodes.shutdown();
        }
        watch.sweep();
        assertThat(more).allSatisfy(each -> {
            begun = each;
            assertThat(breaches()).isEqualTo(1);
            assertThat(explanations()).isEqualTo(1);
            assertThat(priority()).isEqualTo(90);
        });
    }

    @Test
    void a_node_that_dies_in_between_leaves_the_clock_to_the_next() {
        time.setDate(LocalDate.of(2026, 11, 24));
        transaction.executeWithoutResult(status -> {
            rows.advance(1000, List.of());
            status.setRollbackOnly();
        });
        assertThat(conference().stage()).isEqualTo(ClockStage.QUIET);
        watch.sweep();
        assertThat(breaches()).isEqualTo(1);
        assertThat(explanations()).isEqualTo(1);
    }

    @Test
    void a_clock_that_another_node_holds_is_left_alone() {
        time.setDate(LocalDate.of(2026, 11, 24));
        transaction.executeWithoutResult(status -> {
            rows.hold(conferenceId());
            sweepOnAnotherThread();
            assertThat(conference().stage()).isEqualTo(ClockStage.QUIET);
        });
        watch.sweep();
        assertThat(conference().stage()).isEqualTo(ClockStage.BREACHED);
    }

    @Test
    void one_clock_that_cannot_be_dealt_with_does_not_hold_up_the_others() {
        long broken =
                clocks.start("T52", begun.subject(), LocalDate.of(2026, 8, 3)).id();
        jdbc.sql("update statutory_clock set rule_name = repeat('x', 500) where id = :id")
                .param("id", broken)
                .update();
        lookAt("2026-11-24T00:00:00");
        assertThat(clocks.find(broken).orElseThrow().stage()).isEqualTo(ClockStage.QUIET);
        assertThat(conference().isBreached()).isTrue();
        clocks.stop("T52", begun.id(), "test-ended");
    }

    @Test
    void a_missed_explanation_is_not_asked_about_again() {
        lookAt("2026-11-24T00:00:00");
        lookAt("2026-12-24T10:00:00");
        assertThat(jdbc.sql("""
                        select code from statutory_clock where family_id = :family and breached_at is not null
                        and code = 'missed-timescale-explained'
                        """)
                        .param("family", begun.family())
                        .query(String.class)
                        .list())
                .isNotEmpty();
        assertThat(jdbc.sql("""
                        select count(*) from act_ru_variable where name_ = 'timescaleCode'
                        and text_ = 'missed-timescale-explained'
                        """).query(Integer.class).single()).isZero();
    }

    private void lookAt(String moment) {
        time.setTo(
                LocalDateTime.parse(moment).atZone(ZoneId.of("Europe/London")).toInstant());
        watch.sweep();
    }

    private void sweepOnAnotherThread() {
        var thread = new Thread(watch::sweep);
        thread.start();
        try {
            thread.join(20_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(thread.isAlive()).isFalse();
    }

    private int priority() {
        return work.task(begun.id(), CONFERENCE).getPriority();
    }

    private StatutoryClock conference() {
        return clocks.running("T11", begun.id()).orElseThrow();
    }

    private long conferenceId() {
        return clocks.ofFamily(begun.family()).stream()
                .filter(clock -> clock.rule().code().equals("T11"))
                .map(StatutoryClock::id)
                .collect(Collectors.toList())
                .get(0);
    }

    private int breaches() {
        return jdbc.sql("""
                        select count(*) from practice_fact
                        where type = 'TimescaleBreached' and family_id = :family and details ->> 'code' = 'T11'
                        """)
                .param("family", begun.family())
                .query(Integer.class)
                .single();
    }

    private int explanations() {
        return jdbc.sql("""
                        select count(*) from act_ru_variable
                        where name_ = 'clockId' and text_ in
                          (select id::text from statutory_clock where family_id = :family and code = 'T11')
                        """)
                .param("family", begun.family())
                .query(Integer.class)
                .single();
    }

    private List<String> told(String stage) {
        return jdbc.sql("select recipient from notification where once_key like :once")
                .param("once", "clock:%d:%s:%%".formatted(conferenceId(), stage))
                .query(String.class)
                .list();
    }
}
