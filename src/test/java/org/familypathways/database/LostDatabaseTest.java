package org.familypathways.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.notification.Notice;
import org.familypathways.notification.Notifications;
import org.familypathways.notification.Recipient.ToWorker;
import org.familypathways.record.Families;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.familypathways.timescale.ClockWatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The database goes away in the middle of the work, and comes back: nothing is lost, nothing is there twice. */
@ApplicationTest
class LostDatabaseTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Work work;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Notifications notifications;

    @Autowired
    Families families;

    @Autowired
    ClockWatch watch;

    @Test
    void a_form_that_was_being_handed_in_is_not_half_handed_in_and_can_be_handed_in_again() {
        String instance = work.as("sam.lee").start("referral", contact());
        Task decision = work.task(instance, "userTask_decideReferral");
        Map<String, Object> answers = Map.of("referralOutcome", "no-further-action", "reason", "Nothing was found.");

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    work.as("grace.obi").complete(decision, answers);
                    loseThisConnection();
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(work.openTaskKeys(instance)).contains("userTask_decideReferral");
        assertThat(decisions(instance)).isZero();
        work.as("grace.obi").complete(work.task(instance, "userTask_decideReferral"), answers);
        assertThat(decisions(instance)).isEqualTo(1);
    }

    @Test
    void what_was_to_be_sent_is_sent_once_when_the_database_is_back() {
        String family = families.create("north").id();
        notifications.send(new Notice(
                "offer-accepted",
                family,
                new ToWorker("amina.khan"),
                UUID.randomUUID().toString()));
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .variableValueEquals("familyId", family)
                .singleResult()
                .getId();
        String job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    engine.getManagementService().executeJob(job);
                    loseThisConnection();
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(work.hasEnded(instance)).isFalse();

        work.runJobs(instance);

        assertThat(work.endEvents(instance)).containsExactly("endEvent_notificationSent");
        assertThat(jdbc.sql("select count(*) from notification where family_id = :family")
                        .param("family", family)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_watch_over_the_clocks_leaves_off_and_goes_on_with_its_next_look() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    assertThatThrownBy(this::loseThisConnection).isInstanceOf(DataAccessException.class);
                    watch.sweep();
                }))
                .isInstanceOf(RuntimeException.class);

        watch.sweep();
    }

    @Test
    void requests_are_answered_again_as_soon_as_the_database_is_back() {
        var browser = signedIn.as("amina.khan");
        loseEveryOtherConnection();

        int status = 0;
        for (int i = 0; i < 30 && status != 200; i++) {
            var answer = browser.get("/families");
            status = answer.statusCode();
            assertThat(status).isIn(200, 503);
            assertThat(answer.body()).doesNotContain("SQLException", "at org.", "jdbc:");
        }

        assertThat(status).isEqualTo(200);
    }

    private void loseThisConnection() {
        jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                .query(Boolean.class)
                .single();
    }

    private void loseEveryOtherConnection() {
        jdbc.sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where usename = current_user and pid <> pg_backend_pid()
                        """).query(Integer.class).single();
    }

    private int decisions(String instance) {
        return jdbc.sql("""
                        select count(*) from record_entry
                        where process_instance_id = :instance and task_key = 'userTask_decideReferral'
                        """).param("instance", instance).query(Integer.class).single();
    }

    private static Map<String, Object> contact() {
        return Map.ofEntries(
                Map.entry("dangerNow", "no"),
                Map.entry("receivedOn", "2026-11-23"),
                Map.entry("firstName", "Robin"),
                Map.entry("lastName", "Lost " + UUID.randomUUID()),
                Map.entry("born", "born"),
                Map.entry("birthDate", "2018-05-01"),
                Map.entry("sex", "U"),
                Map.entry("area", "north"),
                Map.entry("sourceCode", "5A"),
                Map.entry("primaryNeed", "N4"),
                Map.entry("worry", "Something that worries the school."),
                Map.entry("thresholdClear", "yes"));
    }
}
