package org.familypathways.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.familypathways.home.DueState.LATER;
import static org.familypathways.home.DueState.OVERDUE;
import static org.familypathways.home.DueState.THIS_WEEK;
import static org.familypathways.home.DueState.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.home.OpenTasks.Count;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class HomePageTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

    @Autowired
    SignedIn signedIn;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    TaskService tasks;

    @Autowired
    Work work;

    @Autowired
    SettableClock clock;

    @Test
    void a_worker_sees_how_many_tasks_are_due_when_and_which_of_them_they_hold() {
        clock.setDate(WEDNESDAY);
        var before = openTasks.count("sam.lee");
        work.as("sam.lee").claim(checksDue("2026-11-25T09:59:00Z"));
        checksDue("2026-11-25T23:59:59Z");
        checksDue("2026-11-29T23:59:59Z");
        work.as("sam.lee").claim(checksDue("2026-11-30T00:00:00Z"));
        checksDue(null);

        var after = openTasks.count("sam.lee");

        assertThat(after.get(OVERDUE)).isEqualTo(more(before.get(OVERDUE), 1, 0));
        assertThat(after.get(TODAY)).isEqualTo(more(before.get(TODAY), 0, 1));
        assertThat(after.get(THIS_WEEK)).isEqualTo(more(before.get(THIS_WEEK), 0, 1));
        assertThat(after.get(LATER)).isEqualTo(more(before.get(LATER), 1, 1));
    }

    @Test
    void what_is_due_first_comes_first_with_a_reference_and_no_name() {
        var task = checksDue("2001-02-03T09:00:00Z");

        assertThat(signedIn.as("sam.lee").get("/").body())
                .contains("3 February 2001", "Make multi-agency checks", "?task=" + task.getId(), "To be taken", "F-")
                .doesNotContain("Robin");
    }

    @Test
    void shortcuts_follow_the_role() {
        assertThat(signedIn.as("grace.obi").get("/").body())
                .contains("Your work</h1>", "Grace Obi", "Record a new contact", "Import a census file", "Sign out");
        assertThat(signedIn.as("amina.khan").get("/").body())
                .contains("Open a family’s record")
                .doesNotContain("Record a new contact", "Import");
    }

    @Test
    void whoever_has_nothing_to_do_is_told_where_work_will_appear() {
        assertThat(signedIn.as("alex.admin").get("/").body())
                .contains("There is no open task for you", "Look after running cases");
    }

    private Task checksDue(String due) {
        String referral = work.as("sam.lee")
                .start(
                        "referral",
                        Map.ofEntries(
                                Map.entry("dangerNow", "no"),
                                Map.entry("receivedOn", "2026-11-23"),
                                Map.entry("firstName", "Robin"),
                                Map.entry("lastName", "Madeup-" + UUID.randomUUID()),
                                Map.entry("born", "born"),
                                Map.entry("birthDate", "2018-05-04"),
                                Map.entry("sex", "U"),
                                Map.entry("area", "north"),
                                Map.entry("sourceCode", "5A"),
                                Map.entry("primaryNeed", "N4"),
                                Map.entry("worry", "Something that worries the school."),
                                Map.entry("thresholdClear", "no")));
        work.runJobs(referral);
        work.as("sam.lee")
                .complete(referral, "userTask_acknowledgeReferrer", Map.of("acknowledged", "cannot-be-reached"));
        var task = work.task(referral, "userTask_makeMultiAgencyChecks");
        task.setDueDate(due == null ? null : Date.from(Instant.parse(due)));
        tasks.saveTask(task);
        return task;
    }

    private static Count more(Count before, int held, int offered) {
        return new Count(before.held() + held, before.offered() + offered);
    }
}
