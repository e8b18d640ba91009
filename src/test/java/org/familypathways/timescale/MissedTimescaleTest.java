package org.familypathways.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.familypathways.timescale.ClockedCase.CONFERENCE;
import static org.familypathways.timescale.ClockedCase.PLAN;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.familypathways.engine.SubmissionRefused;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.WalksEveryFlow;
import org.familypathways.testing.Work;
import org.familypathways.timescale.ClockedCase.Begun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conference is not held in time; whose it was to hold decides who explains. */
@ApplicationTest
@WalksEveryFlow(of = "missed-timescale")
class MissedTimescaleTest {

    private static final String EXPLAIN = "userTask_explainMissedTimescale";
    private static final String EXPLAIN_MANAGER = "userTask_explainManagersMissedTimescale";
    private static final Map<String, Object> ANSWERS = Map.of(
            "breachReason",
            "agency-not-available",
            "nextSteps",
            "The conference is held next Tuesday, the police have confirmed.",
            "accepted",
            true);

    @Autowired
    ClockedCase cases;

    @Autowired
    ClockWatch watch;

    @Autowired
    Clocks clocks;

    @Autowired
    ClockSection section;

    @Autowired
    Work work;

    @Autowired
    TaskService tasks;

    @Autowired
    SettableClock time;

    @Autowired
    JdbcClient jdbc;

    Begun begun;

    @BeforeEach
    void a_case_begins() {
        time.setDate(LocalDate.of(2026, 11, 2));
        begun = cases.begin();
    }

    @Test
    void a_team_manager_explains_what_a_worker_missed() {
        String explanation = missed("T11", CONFERENCE, "amina.khan");
        var task = work.task(explanation, EXPLAIN);
        assertThat(task.getName()).isEqualTo("Explain the missed timescale");
        assertThat(offeredTo(task.getId())).startsWith("team-manager.");
        assertThat(task.getDueDate()).isEqualTo("2026-12-01T23:59:59");

        work.as("tom.reid").complete(explanation, EXPLAIN, ANSWERS);

        assertThat(work.endEvents(explanation)).containsExactly("endEvent_missExplained");
        assertThat(conference().breachReason()).isEqualTo("agency-not-available");
        assertThat(conference().breachAcceptedBy()).isEqualTo("tom.reid");
        assertThat(conference().status()).as("the work goes on").isEqualTo(StatutoryClock.Status.RUNNING);
        assertThat(stands()).isEqualTo("Missed: another agency or service was not available, accepted by Tom Reid");
    }

    @Test
    void a_service_manager_explains_what_a_team_manager_missed() {
        String explanation = missed("T54", PLAN, "tom.reid");
        assertThat(offeredTo(work.task(explanation, EXPLAIN_MANAGER).getId())).startsWith("service-manager.");
        work.as("ruth.king").complete(explanation, EXPLAIN_MANAGER, ANSWERS);
        assertThat(work.endEvents(explanation)).containsExactly("endEvent_missExplained");
        assertThat(plan().breachAcceptedBy()).isEqualTo("ruth.king");
    }

    @Test
    void nobody_accepts_a_reason_for_what_they_were_to_do_themselves() {
        String explanation = missed("T11", CONFERENCE, "amina.khan");
        var task = work.task(explanation, EXPLAIN);
        tasks.setVariable(task.getId(), "worker", "tom.reid");
        assertThatThrownBy(() -> work.as("tom.reid").complete(task, ANSWERS))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessageContaining("another manager");
        assertThat(work.openTaskKeys(explanation)).containsExactly(EXPLAIN);
    }

    @Test
    void the_question_is_withdrawn_when_it_was_done_in_time_but_recorded_late() {
        String explanation = missed("T11", CONFERENCE, "amina.khan");
        clocks.meet("T11", begun.id(), LocalDate.of(2026, 11, 23));
        assertThat(work.endEvents(explanation)).containsExactly("endEvent_nothingMissed");
        assertThat(stands()).isEqualTo("Done in time on 23 November 2026");
    }

    @Test
    void the_question_to_a_service_manager_is_withdrawn_when_the_start_was_wrong() {
        String explanation = missed("T54", PLAN, "tom.reid");
        clocks.correctStart(plan().id(), LocalDate.of(2026, 11, 23), "The conference was three weeks later");
        assertThat(work.endEvents(explanation)).containsExactly("endEvent_nothingMissed");
        assertThat(plan().isBreached()).isFalse();
    }

    @Test
    void a_reason_that_was_accepted_does_not_excuse_another_miss_of_the_same_clock() {
        String explanation = missed("T11", CONFERENCE, "amina.khan");
        work.as("tom.reid").complete(explanation, EXPLAIN, ANSWERS);
        clocks.correctStart(conference().id(), LocalDate.of(2026, 11, 20), "The discussion was later");
        assertThat(conference().isBreached()).isFalse();

        clocks.correctStart(conference().id(), LocalDate.of(2026, 11, 2), "It was not");
        watch.sweep();

        assertThat(stands()).isEqualTo("Missed, not explained yet");
    }

    @Test
    void what_the_manager_wrote_never_reaches_the_engine() {
        String explanation = missed("T11", CONFERENCE, "amina.khan");
        work.as("tom.reid").complete(explanation, EXPLAIN, ANSWERS);
        assertThat(jdbc.sql("select count(*) from act_hi_varinst where proc_inst_id_ = :case and name_ = 'nextSteps'")
                        .param("case", explanation)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String missed(String code, String taskKey, String accountId) {
        tasks.setAssignee(work.task(begun.id(), taskKey).getId(), accountId);
        time.setDate(LocalDate.of(2026, 11, 24));
        watch.sweep();
        return jdbc.sql("""
                        select proc_inst_id_ from act_ru_variable where name_ = 'clockId' and text_ = :clock
                        """)
                .param("clock", Long.toString(clock(code).id()))
                .query(String.class)
                .single();
    }

    private StatutoryClock conference() {
        return clock("T11");
    }

    private StatutoryClock plan() {
        return clock("T54");
    }

    private StatutoryClock clock(String code) {
        return clocks.ofFamily(begun.family()).stream()
                .filter(clock -> clock.rule().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private String offeredTo(String taskId) {
        return tasks.getIdentityLinksForTask(taskId).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
    }

    private String stands() {
        var table = section.of(begun.family());
        return Stream.concat(table.rows().stream(), table.finished().stream())
                .filter(row -> row.get(0).equals("Hold the initial child protection conference"))
                .findFirst()
                .orElseThrow()
                .get(2);
    }
}
