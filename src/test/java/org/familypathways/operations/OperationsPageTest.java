package org.familypathways.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.runtime.Job;
import org.familypathways.notification.Notice;
import org.familypathways.notification.Notifications;
import org.familypathways.notification.Recipient;
import org.familypathways.record.Families;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.NoConflict;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody who is no engineer sees when a step of the application stopped, and what they can do. */
@ApplicationTest
class OperationsPageTest {

    @Autowired
    NoConflict noConflict;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Situations situations;

    @Autowired
    StoppedSteps steps;

    @Autowired
    Notifications notifications;

    @Autowired
    Families families;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Work work;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    String family;

    @AfterEach
    void nobody_has_a_conflict_any_more() {
        noConflict.of("alex.admin");
    }

    @BeforeEach
    void a_family() {
        family = families.create("north").id();
    }

    /** Other tests look at the same lists. */
    @AfterEach
    void nothing_is_left_to_do() {
        jdbc.sql("update census_import set state = 'finished' where file_name = :family")
                .param("family", family)
                .update();
        jdbc.sql("update statutory_clock set status = 'STOPPED' where family_id = :family")
                .param("family", family)
                .update();
        deliveries().forEach(instance -> {
            engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance)
                    .list()
                    .forEach(job -> engine.getManagementService().setJobRetries(job.getId(), 1));
            work.runJobs(instance);
        });
    }

    @Test
    void a_step_that_stopped_is_told_in_plain_words_with_references_and_no_jargon() {
        stop(somebodyIsToBeTold());

        assertThat(rowOf(family))
                .contains(
                        "Deliver notification",
                        "Notification delivery",
                        "Somebody has not been told.",
                        "Case reference notification-delivery:" + family,
                        "Try again")
                .doesNotContainIgnoringCase("incident", "exception", "retries", "job", "camunda");
    }

    @Test
    void trying_again_is_done_once_in_the_administrators_name() {
        Job job = somebodyIsToBeTold();
        stop(job);
        var alex = signedIn.as("alex.admin");
        String path = "/operations/stopped-steps/" + job.getId() + "/try-again";

        assertThat(alex.post(path, Map.of()).statusCode()).isEqualTo(302);
        assertThat(alex.get("/operations").body()).contains("The step is being tried again.");
        assertThat(alex.post(path, Map.of()).statusCode()).isEqualTo(302);
        assertThat(alex.get("/operations").body())
                .contains("There was nothing to try again")
                .doesNotContain(family);

        assertThat(engine.getHistoryService()
                        .createUserOperationLogQuery()
                        .jobId(job.getId())
                        .userId("alex.admin")
                        .list())
                .extracting(UserOperationLogEntry::getOperationType, UserOperationLogEntry::getNewValue)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("SetJobRetries", "1"));
        work.runJobs(job.getProcessInstanceId());
        assertThat(work.hasEnded(job.getProcessInstanceId())).isTrue();
    }

    @Test
    void the_log_says_who_had_it_tried_again_and_with_which_request() {
        var log = (Logger) LoggerFactory.getLogger("org.familypathways.operations.process.EngineStoppedSteps");
        var lines = new ListAppender<ILoggingEvent>() {

            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing();
                super.append(event);
            }
        };
        Job job = somebodyIsToBeTold();
        stop(job);
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.INFO);
        try {
            signedIn.as("alex.admin").post("/operations/stopped-steps/" + job.getId() + "/try-again", Map.of());
        } finally {
            log.setLevel(null);
            log.detachAppender(lines);
        }

        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.get(0).getFormattedMessage()).contains("alex.admin", job.getId());
        assertThat(lines.list.get(0).getMDCPropertyMap())
                .containsEntry("account", "alex.admin")
                .hasEntrySatisfying("request", request -> assertThat(request).matches("[0-9a-f-]{36}"));
    }

    @Test
    void nobody_but_administrators_gets_there() {
        Job job = somebodyIsToBeTold();
        stop(job);
        var manager = signedIn.as("tom.reid");

        assertThat(manager.get("/operations").statusCode()).isEqualTo(403);
        assertThat(manager.post("/operations/stopped-steps/" + job.getId() + "/try-again", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(manager.get("/").body()).doesNotContain("/operations");
        assertThat(retries(job)).isZero();
    }

    @Test
    void an_administrator_has_nothing_to_do_with_a_family_with_which_they_have_a_conflict() {
        Job job = somebodyIsToBeTold();
        stop(job);
        var before = situations.nowFor("alex.admin");
        int all = situations.now().stoppedSteps();
        var alex = signedIn.as("alex.admin");
        assertThat(rowOf(family)).isNotEmpty();

        alex.post("/conflicts", Map.of("family", family, "reason", "The mother is my sister."));

        assertThat(rowOf(family)).isEmpty();
        var after = situations.nowFor("alex.admin");
        assertThat(after.stoppedSteps()).isEqualTo(before.stoppedSteps() - 1);
        assertThat(after.undelivered()).isEqualTo(before.undelivered() - 1);
        assertThat(situations.now().stoppedSteps()).isEqualTo(all);
        alex.post("/operations/stopped-steps/" + job.getId() + "/try-again", Map.of());
        assertThat(alex.get("/operations").body()).contains("There was nothing to try again");
        assertThat(retries(job)).isZero();
    }

    @Test
    void a_request_that_another_site_made_changes_nothing() {
        Job job = somebodyIsToBeTold();
        stop(job);
        var alex = signedIn.as("alex.admin");

        alex.send(alex.request("/operations/stopped-steps/" + job.getId() + "/try-again")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(retries(job)).isZero();
    }

    @Test
    void many_stopped_steps_come_in_pages() {
        for (int i = 0; i < 21; i++) {
            stop(somebodyIsToBeTold());
        }

        assertThat(steps.page("alex.admin", 1, 20)).isNotEmpty();
        assertThat(signedIn.as("alex.admin").get("/operations").body()).contains("Page 1 of ", "Next page");
        assertThat(signedIn.as("alex.admin").get("/operations?page=9999").body())
                .contains("Previous page");
    }

    @Test
    void every_figure_moves_with_what_it_counts() {
        var before = situations.now();

        stop(somebodyIsToBeTold());
        overdue("statute");
        overdue("local");
        overdue("proposed");
        censusFile("reading", null);
        censusFile("failed", clock.instant().minus(Duration.ofHours(1)));
        censusFile("failed", clock.instant().minus(Duration.ofHours(30)));
        somebodyIsToBeTold();
        var after = situations.now();

        assertThat(after.stoppedSteps()).isEqualTo(before.stoppedSteps() + 1);
        assertThat(after.undelivered()).isEqualTo(before.undelivered() + 1);
        assertThat(after.overdueStatutory()).isEqualTo(before.overdueStatutory() + 1);
        assertThat(after.overdueLocal()).isEqualTo(before.overdueLocal() + 2);
        assertThat(after.importsRunning()).isEqualTo(before.importsRunning() + 1);
        assertThat(after.importsStopped()).isEqualTo(before.importsStopped() + 1);
        assertThat(after.due()).isEqualTo(before.due() + 1);
    }

    @Test
    void work_that_waits_too_long_is_said_to_be_behind() {
        somebodyIsToBeTold();
        clock.setTo(clock.instant().plus(Duration.ofMinutes(20)));

        assertThat(situations.now().oldestDueFor()).isGreaterThanOrEqualTo(Duration.ofMinutes(20));
        assertThat(signedIn.as("alex.admin").get("/operations").body()).contains("Behind", "Tell whoever looks after");
    }

    @Test
    void the_nodes_at_work_are_named() {
        assertThat(signedIn.as("alex.admin").get("/operations").body())
                .contains(System.getenv().getOrDefault("HOSTNAME", "this machine"));
    }

    private Job somebodyIsToBeTold() {
        notifications.send(new Notice(
                "offer-declined",
                family,
                new Recipient.ToWorker("amina.khan"),
                UUID.randomUUID().toString()));
        return jobs().get(0);
    }

    /** As after the last try in vain. */
    private void stop(Job job) {
        engine.getManagementService().setJobRetries(job.getId(), 0);
    }

    /** Those of the family that have not been stopped. */
    private List<Job> jobs() {
        return deliveries().stream()
                .flatMap(
                        instance -> engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance)
                                .withRetriesLeft()
                                .list()
                                .stream())
                .toList();
    }

    private List<String> deliveries() {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .variableValueEquals("familyId", family)
                .list()
                .stream()
                .map(instance -> instance.getId())
                .toList();
    }

    private int retries(Job job) {
        return engine.getManagementService()
                .createJobQuery()
                .jobId(job.getId())
                .singleResult()
                .getRetries();
    }

    /** Looks through the pages, because other tests leave stopped steps too. */
    private String rowOf(String familyId) {
        var alex = signedIn.as("alex.admin");
        for (int page = 1; page < 100; page++) {
            String body = alex.get("/operations?page=" + page).body();
            int reference = body.indexOf("<td class=\"govuk-table__cell fp-nowrap\">" + familyId);
            if (reference >= 0) {
                return body.substring(body.lastIndexOf("<tr", reference), body.indexOf("</tr>", reference))
                        .replaceAll("<form.*?>|/operations/\\S+", "");
            }
        }
        return "";
    }

    private void overdue(String basis) {
        jdbc.sql("""
                        insert into statutory_clock (family_id, process_instance_id, code, rule_value, rule_unit,
                          rule_name, rule_start_event, rule_source, rule_basis, rule_effective_from,
                          rule_table_version, started_on, made_on, due_at, breach_at, first_warning_at,
                          second_warning_at, provisional, calendar, stage)
                        values (:family, :instance, 'test', 1, 'working-days', 'Test', 'test', 'test', :basis,
                          date '2026-01-01', 1, date '2026-01-01', date '2026-01-01', :past, :past, :past, :past,
                          false, 'test', 'BREACHED')
                        """)
                .param("family", family)
                .param("instance", UUID.randomUUID().toString())
                .param("basis", basis)
                .param("past", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private void censusFile(String state, java.time.Instant finished) {
        jdbc.sql("""
                        insert into census_import (file_name, uploaded_by, uploaded_at, as_of, area, state, finished_at)
                        values (:file, 'alex.admin', :now, current_date, 'north', :state, :finished)
                        """)
                .param("file", family)
                .param("now", Timestamp.from(clock.instant()))
                .param("state", state)
                .param("finished", finished == null ? null : Timestamp.from(finished), java.sql.Types.TIMESTAMP)
                .update();
    }
}
