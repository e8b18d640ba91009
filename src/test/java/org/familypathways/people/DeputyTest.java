package org.familypathways.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyConflicts;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.TasksInHand;
import org.familypathways.access.Workers;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.home.OpenTask;
import org.familypathways.home.OpenTasks;
import org.familypathways.notification.Notice;
import org.familypathways.notification.Notifications;
import org.familypathways.notification.Recipient;
import org.familypathways.record.Children;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.record.NewChild;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.OnRecord;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While somebody is away a colleague does their work, for as long as was said, and everything says for whom. */
@ApplicationTest
class DeputyTest {

    private static final String CHECK = "userTask_checkReferral";

    @Autowired
    SignedIn signedIn;

    @Autowired
    Workers workers;

    @Autowired
    Department department;

    @Autowired
    Families families;

    @Autowired
    Children children;

    @Autowired
    Involvements involvements;

    @Autowired
    FamilyRestrictions restrictions;

    @Autowired
    FamilyConflicts conflicts;

    @Autowired
    FamilyAccess access;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    Notifications notifications;

    @Autowired
    OnRecord record;

    @Autowired
    PathwayStarts pathways;

    @Autowired
    TasksInHand tasks;

    @Autowired
    ProcessEngine engine;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Work work;

    private String mary;
    private String dee;
    private String family;
    private String conference;
    private Task check;
    private SignedIn.Browser deputy;

    @BeforeEach
    void a_manager_of_conferences_who_goes_away_and_a_co_ordinator_of_her_team() {
        mary = department.joins("Mary", PracticeRole.FGC_MANAGER, "fgc-area-north");
        dee = department.joins("Dee", PracticeRole.FGC_COORDINATOR, "fgc-area-north");
        family = families.create("north").id();
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        conference = pathways.begin("family-group-conference", family, Map.of("familyId", family));
        check = work.task(conference, CHECK);
        deputy = signedIn.as(dee);
    }

    @AfterEach
    void everybody_leaves() {
        clock.reset();
        department.everybodyLeaves();
    }

    @Test
    void a_deputy_sees_and_does_what_is_the_absent_worker_s_and_everything_says_for_whom() {
        assertThat(deputy.get("/engine-rest/task/" + check.getId()).statusCode())
                .isEqualTo(404);
        assertThat(deputy.get("/families/" + family).statusCode()).isEqualTo(404);

        assertThat(away(signedIn.as(mary), mary, 0, 3, dee)).isEqualTo(302);

        assertThat(deputy.get("/").body()).contains("Act for a colleague");
        assertThat(deputy.get("/engine-rest/task/" + check.getId()).statusCode())
                .isEqualTo(200);
        assertThat(deputy.get("/families/" + family).statusCode()).isEqualTo(200);
        work.as(dee).complete(check, Map.of("referralDecision", "accepted"));
        work.as(dee).complete(conference, "userTask_allocateCoordinator", Map.of("coordinator", "ben.cole"));
        assertThat(signedIn.as("amina.khan").get("/families/" + family).body()).contains("Dee Madeup for Mary Madeup");
        assertThat(jdbc.sql("select acted_for from practice_fact where process_instance_id = ? and recorded_by = ?")
                        .param(conference)
                        .param(dee)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .containsOnly(mary);
        assertThat(jdbc.sql("select for_account from acted_for where task_id = ? and account_id = ?")
                        .param(check.getId())
                        .param(dee)
                        .query(String.class)
                        .list())
                .containsExactly(mary);
    }

    @Test
    void a_document_says_for_whom_it_was_brought() {
        away(signedIn.as(mary), mary, 0, 3, dee);

        var brought = deputy.upload(
                "/families/" + family + "/documents",
                Map.of("title", "Plan", "about", ""),
                "plan.txt",
                "Nan comes at weekends.".getBytes(StandardCharsets.UTF_8));

        String place = brought.headers().firstValue("Location").orElseThrow();
        assertThat(signedIn.as("amina.khan").get("/families/" + family).body()).contains("Dee Madeup for Mary Madeup");
        assertThat(jdbc.sql("select added_for from document_version where added_by = ?")
                        .param(dee)
                        .query(String.class)
                        .list())
                .as(place)
                .containsExactly(mary);
    }

    @Test
    void what_the_absent_worker_has_in_hand_is_taken_over_and_goes_back_when_they_are_back() {
        work.as(mary).claim(check);
        away(signedIn.as(mary), mary, 0, 3, dee);
        assertThat(deputy.get("/acting").body()).contains("Mary Madeup, away until", family, "Take over");

        assertThat(deputy.post("/acting", Map.of("absent", mary, "task", check.getId()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(work.task(conference, CHECK).getAssignee()).isEqualTo(dee);
        assertThat(deputy.post("/acting", Map.of("absent", mary, "task", check.getId()))
                        .body())
                .contains("This task is not in the worker’s hands any more.");

        endsNow(mary);

        assertThat(work.task(conference, CHECK).getAssignee()).isEqualTo(mary);
        assertThat(deputy.get("/engine-rest/task/" + check.getId()).statusCode())
                .isEqualTo(404);
        assertThat(deputy.get("/families/" + family).statusCode()).isEqualTo(404);
        assertThat(deputy.get("/acting").body()).contains("You act for nobody at present.");
        assertThat(deputy.post("/acting", Map.of("absent", mary, "task", check.getId()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void it_begins_with_its_first_day_and_ends_by_itself_with_its_last() {
        away(signedIn.as(mary), mary, 1, 2, dee);
        assertThat(deputy.get("/engine-rest/task/" + check.getId()).statusCode())
                .isEqualTo(404);

        clock.plusDays(2);
        assertThat(deputy.get("/engine-rest/task/" + check.getId()).statusCode())
                .isEqualTo(200);
        work.as(dee).claim(check);

        clock.plusDays(1);
        assertThat(deputy.get("/engine-rest/task/" + check.getId()).statusCode())
                .isEqualTo(404);
        assertThat(deputy.json("POST", "/engine-rest/task/" + check.getId() + "/submit-form", "{\"variables\": {}}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_restricted_family_stays_with_the_people_named_for_it() {
        work.as("tom.reid").signedIn(() -> {
            restrictions.restrict(family, "A relative works here", Set.of("tom.reid", mary));
            return true;
        });
        away(signedIn.as(mary), mary, 0, 3, dee);

        assertThat(signedIn.as(mary).get("/families/" + family).statusCode()).isEqualTo(200);
        assertThat(deputy.get("/families/" + family).statusCode()).isEqualTo(404);
        assertThat(deputy.get("/engine-rest/task/" + check.getId()).statusCode())
                .isEqualTo(404);
        work.as(mary).claim(check);
        assertThat(deputy.get("/acting").body()).doesNotContain(family);
        assertThat(deputy.post("/acting", Map.of("absent", mary, "task", check.getId()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nobody_lends_a_family_with_which_they_have_a_conflict_of_interest() {
        away(signedIn.as(mary), mary, 0, 3, dee);
        work.as(dee).claim(check);
        deputy.get("/camunda/app/tasklist/default/");
        assertThat(deputy.get("/engine-rest/task/count?taskId=" + check.getId()).body())
                .isEqualTo("{\"count\":1}");

        conflictOf(mary);

        assertThat(work.task(conference, CHECK).getAssignee()).isNull();
        assertThat(deputy.get("/families/" + family).statusCode()).isEqualTo(404);
        assertThat(access.visibleTo(dee)).doesNotContain(family);
        assertThat(deputy.get("/engine-rest/task/" + check.getId()).statusCode())
                .isEqualTo(404);
        assertThat(deputy.get("/engine-rest/task/count?taskId=" + check.getId()).body())
                .isEqualTo("{\"count\":0}");
        assertThat(onHomePageOf(dee)).doesNotContain(family);
        assertThatThrownBy(() -> work.as(dee).claim(check)).hasMessageContaining("This task is for other people");
        assertThat(access.actedFor(dee, family)).isEmpty();
    }

    @Test
    void somebody_else_without_a_conflict_lends_it_and_is_named_and_what_is_the_deputy_s_own_stays_theirs() {
        String max = department.joins("Max", PracticeRole.FGC_MANAGER, "fgc-area-north");
        conflictOf(mary);
        away(signedIn.as(mary), mary, 0, 3, dee);
        away(signedIn.as(max), max, 0, 5, dee);

        assertThat(deputy.get("/families/" + family).statusCode()).isEqualTo(200);
        assertThat(access.visibleTo(dee)).contains(family);
        assertThat(deputy.get("/engine-rest/task/" + check.getId()).statusCode())
                .isEqualTo(200);
        assertThat(onHomePageOf(dee)).contains(family);
        work.as(dee).complete(check, Map.of("referralDecision", "accepted"));
        assertThat(jdbc.sql("select for_account from acted_for where task_id = ?")
                        .param(check.getId())
                        .query(String.class)
                        .list())
                .containsExactly(max);

        endsNow(max);
        assertThat(deputy.get("/families/" + family).statusCode()).isEqualTo(404);
        involvements.begin(family, dee, PracticeRole.FGC_COORDINATOR);
        assertThat(deputy.get("/families/" + family).statusCode()).isEqualTo(200);
    }

    @Test
    void what_deputies_do_in_their_own_role_is_done_for_nobody() {
        work.as("maria.silva").complete(check, Map.of("referralDecision", "accepted"));
        work.as("maria.silva").complete(conference, "userTask_allocateCoordinator", Map.of("coordinator", "ben.cole"));
        away(signedIn.as(mary), mary, 0, 3, dee);
        engine.getTaskService()
                .setAssignee(
                        work.task(conference, "userTask_holdBaselineMeeting").getId(), null);

        work.as(dee)
                .complete(
                        conference,
                        "userTask_holdBaselineMeeting",
                        Map.of(
                                "heldOn", LocalDate.now(clock).toString(),
                                "purpose", "Where Ada can live",
                                "questions", "Who helps on which day?",
                                "bottomLines", "Ada is never alone with somebody who drank",
                                "risks", "None known"));

        assertThat(jdbc.sql(
                                "select count(*) from record_entry where family_id = ? and author = ? and acted_for is null")
                        .param(family)
                        .param(dee)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select acted_for from practice_fact where process_instance_id = ? and recorded_by = ?")
                        .param(conference)
                        .param(dee)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .containsOnlyNulls();
    }

    @Test
    void what_a_deputy_corrects_says_for_whom_and_so_does_what_was_there_before() {
        away(signedIn.as(mary), mary, 0, 3, dee);
        work.as(dee).complete(check, Map.of("referralDecision", "accepted"));
        String entry = "/families/" + family + "/entries/"
                + jdbc.sql("select entry_id from record_entry where task_id = ?")
                        .param(check.getId())
                        .query(Long.class)
                        .single();

        assertThat(deputy.post(entry, Map.of("what", "withdraw", "reason", "It was another family.", "version", "1"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(versionsOf(check)).containsExactly("1 " + dee + " for " + mary, "2 " + dee + " for " + mary);
        assertThat(signedIn.as("amina.khan").get("/families/" + family).body())
                .contains("Withdrawn", "Dee Madeup for Mary Madeup");
    }

    @Test
    void a_manager_who_corrects_what_a_deputy_wrote_does_so_for_nobody() {
        away(signedIn.as(mary), mary, 0, 3, dee);
        work.as(dee).complete(check, Map.of("referralDecision", "accepted"));
        long entry = jdbc.sql("select entry_id from record_entry where task_id = ?")
                .param(check.getId())
                .query(Long.class)
                .single();

        signedIn.as("tom.reid")
                .post(
                        "/families/" + family + "/entries/" + entry,
                        Map.of("what", "withdraw", "reason", "It was another family.", "version", "1"));

        assertThat(versionsOf(check)).containsExactly("1 " + dee + " for " + mary, "2 tom.reid for nobody");
    }

    private List<String> versionsOf(Task task) {
        return jdbc.sql("select version || ' ' || author || ' for ' || coalesce(acted_for, 'nobody') from record_entry"
                        + " where task_id = ? order by version")
                .param(task.getId())
                .query(String.class)
                .list();
    }

    @Test
    void a_deputy_is_told_once_what_the_absent_are_told_and_opens_it() {
        String max = department.joins("Max", PracticeRole.FGC_MANAGER, "fgc-area-north");
        away(signedIn.as(mary), mary, 0, 3, dee);
        away(signedIn.as(max), max, 0, 3, dee);

        tell(new Recipient.ToRole(PracticeRole.FGC_MANAGER));

        assertThat(record.told(family, "conflict-declared")).containsExactlyInAnyOrder("maria.silva", mary, max, dee);
        String theirs = jdbc.sql("select id from notification where family_id = ? and recipient = ?")
                .param(family)
                .param(dee)
                .query(String.class)
                .single();
        assertThat(deputy.get("/notifications").body()).contains("/notifications/" + theirs);
        assertThat(deputy.get("/notifications/" + theirs).statusCode()).isEqualTo(200);
    }

    @Test
    void a_deputy_is_not_told_of_a_family_that_is_closed_to_them_or_to_the_absent_worker() {
        away(signedIn.as(mary), mary, 0, 3, dee);
        conflictOf(dee);
        tell(new Recipient.ToWorker(mary));
        assertThat(record.told(family, "conflict-declared")).contains(mary).doesNotContain(dee);

        String other = families.create("north").id();
        family = other;
        conflictOf(mary);
        tell(new Recipient.ToRole(PracticeRole.FGC_MANAGER));
        assertThat(record.told(other, "conflict-declared"))
                .contains("maria.silva")
                .doesNotContain(mary, dee);
    }

    @Test
    void whoever_does_not_act_today_is_not_told() {
        away(signedIn.as(mary), mary, 1, 3, dee);

        tell(new Recipient.ToWorker(mary));

        assertThat(record.told(family, "conflict-declared")).containsExactly(mary);
    }

    private void tell(Recipient to) {
        notifications.send(new Notice("conflict-declared", family, to, "deputies:" + family));
    }

    @Test
    void whoever_acts_for_the_front_door_finds_out_whether_a_child_is_known() {
        String lastName = "Known" + dee.replaceAll("\\W", "");
        children.create(family, new NewChild("Robin", lastName, null, null, "F", null, null));
        String fay = department.joins("Fay", PracticeRole.FRONT_DOOR_OFFICER, "front-door");
        String pat = department.joins("Pat");
        var acting = signedIn.as(pat);
        assertThat(found(acting, lastName)).contains("No family was found");

        assertThat(away(signedIn.as("alex.admin"), fay, 0, 1, pat)).isEqualTo(302);

        assertThat(acting.get("/").body()).contains("Look for a family");
        assertThat(found(acting, lastName))
                .contains(family, "Robin " + lastName)
                .doesNotContain("/families/" + family + "\"");
        assertThat(acting.get("/families/" + family).statusCode()).isEqualTo(404);

        conflictOf(fay);
        assertThat(found(acting, lastName)).contains("No family was found");
    }

    private static String found(SignedIn.Browser browser, String words) {
        browser.post("/families", Map.of("words", words));
        return browser.get("/families").body();
    }

    @Test
    void the_log_of_reads_says_for_whom_a_deputy_read() {
        away(signedIn.as(mary), mary, 0, 3, dee);
        deputy.get("/families/" + family);
        signedIn.as("amina.khan").get("/families/" + family);
        involvements.begin(family, dee, PracticeRole.FGC_COORDINATOR);
        deputy.get("/families/" + family);

        assertThat(jdbc.sql("select account_id || ' for ' || coalesce(acted_for, 'nobody') from read_log"
                                + " where family_id = ? and what = 'record' order by id")
                        .param(family)
                        .query(String.class)
                        .list())
                .containsExactly(dee + " for " + mary, "amina.khan for nobody", dee + " for nobody");
    }

    private void conflictOf(String account) {
        work.as(account).signedIn(() -> {
            conflicts.declare(family, "The mother is my sister.");
            return true;
        });
    }

    private List<String> onHomePageOf(String account) {
        return openTasks.next(account, 10_000).stream().map(OpenTask::familyId).toList();
    }

    @Test
    void a_worker_chooses_a_colleague_of_their_team_and_their_manager_chooses_anybody() {
        var own = signedIn.as(dee);

        assertThat(away(own, dee, 0, 1, "amina.khan")).isEqualTo(400);
        assertThat(away(own, dee, 0, 1, dee)).isEqualTo(400);
        assertThat(away(own, mary, 0, 1, dee)).isEqualTo(403);
        assertThat(away(signedIn.as("tom.reid"), dee, 0, 1, "amina.khan")).isEqualTo(403);
        assertThat(away(signedIn.as(mary), dee, 0, 1, "amina.khan")).isEqualTo(302);
        assertThat(away(own, dee, 1, 4, mary)).as("overlaps").isEqualTo(400);
        assertThat(away(own, dee, 4, 3, mary)).isEqualTo(400);
        assertThat(away(signedIn.as("alex.admin"), dee, 5, 6, "ruth.king")).isEqualTo(302);
        assertThat(own.get("/people/workers/" + dee + "/absence").body())
                .contains("When you are away", "Amina Khan", "Ruth King");
        assertThat(signedIn.as("alex.admin").get("/people/workers/" + dee).body())
                .contains("Absence set", "Mary Madeup");
    }

    @Test
    void nobody_looks_after_the_system_for_somebody_else() {
        String boss = department.joins("Boss", PracticeRole.ADMINISTRATOR, "system");
        away(signedIn.as(boss), boss, 0, 1, dee);

        assertThat(deputy.get("/people").statusCode()).isEqualTo(403);
        assertThat(deputy.get("/engine-rest/incident/count").statusCode()).isEqualTo(403);
        assertThat(deputy.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
    }

    @Test
    void whoever_has_left_acts_for_nobody_and_nobody_acts_for_them() {
        away(signedIn.as(mary), mary, 0, 3, dee);
        work.as(dee).claim(check);

        workers.leave(mary);

        assertThat(deputy.get("/engine-rest/task/" + check.getId()).statusCode())
                .isEqualTo(404);
        assertThat(work.task(conference, CHECK).getAssignee()).isNull();
        assertThat(tasks.of(dee)).isEmpty();
    }

    private int away(SignedIn.Browser browser, String account, int fromDays, int untilDays, String deputy) {
        var form = new LinkedHashMap<String, String>();
        day(form, "from", LocalDate.now(clock).plusDays(fromDays));
        day(form, "until", LocalDate.now(clock).plusDays(untilDays));
        form.put("deputy", deputy);
        return browser.post("/people/workers/" + account + "/absence", form).statusCode();
    }

    private static void day(Map<String, String> form, String field, LocalDate day) {
        form.put(field + "-day", String.valueOf(day.getDayOfMonth()));
        form.put(field + "-month", String.valueOf(day.getMonthValue()));
        form.put(field + "-year", String.valueOf(day.getYear()));
    }

    private void endsNow(String account) {
        long absence = jdbc.sql("select id from absence where account_id = ? and ended_at is null")
                .param(account)
                .query(Long.class)
                .single();
        assertThat(signedIn.as(account)
                        .post("/people/workers/" + account + "/absence/end", Map.of("absence", String.valueOf(absence)))
                        .statusCode())
                .isEqualTo(302);
    }
}
