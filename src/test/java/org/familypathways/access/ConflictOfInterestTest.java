package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.familypathways.home.OpenTask;
import org.familypathways.home.OpenTasks;
import org.familypathways.record.Involvements;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.OnRecord;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.SignedIn.Browser;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has a conflict of interest with a family never sees it, whatever their role, team, tasks or part are. */
@ApplicationTest
class ConflictOfInterestTest {

    private static final List<String> WAYS = List.of("/engine-rest", "/camunda/api/engine/engine/default");

    @Autowired
    Work work;

    @Autowired
    ProcessEngine engine;

    @Autowired
    SignedIn signedIn;

    @Autowired
    FamilyAccess access;

    @Autowired
    FamilyConflicts conflicts;

    @Autowired
    FamilyRestrictions restrictions;

    @Autowired
    Involvements involvements;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    OnRecord record;

    @Autowired
    JdbcClient jdbc;

    private String family;
    private String task;
    private String unique;

    @BeforeEach
    void a_referral_in_graces_hands_and_a_family_with_whom_amina_works() {
        unique = "Kin" + UUID.randomUUID();
        String instance = work.as("sam.lee").start("referral", contact());
        family = (String) engine.getRuntimeService().getVariable(instance, "familyId");
        var decision = work.task(instance, "userTask_decideReferral");
        task = decision.getId();
        work.as("grace.obi").claim(decision);
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
    }

    @Test
    void what_they_have_in_hand_goes_back_to_the_team_and_they_neither_see_nor_claim_it_again() {
        var grace = signedIn.as("grace.obi");
        grace.get("/camunda/app/tasklist/default/");
        assertThat(onHomePage()).contains(family);

        assertThat(declare(grace, family).statusCode()).isEqualTo(302);

        assertThat(assignee()).isNull();
        for (String way : WAYS) {
            assertThat(grace.get(way + "/task/" + task).statusCode()).isEqualTo(404);
            assertThat(grace.get(way + "/task/count?taskId=" + task).body()).isEqualTo("{\"count\":0}");
            assertThat(grace.json(
                                    "POST",
                                    way + "/task?maxResults=9",
                                    "{\"taskId\":\"%s\",\"candidateUser\":\"grace.obi\"}".formatted(task))
                            .body())
                    .isEqualTo("[]");
            assertThat(grace.json("POST", way + "/task/" + task + "/claim", "{\"userId\":\"grace.obi\"}")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThatThrownBy(() -> work.as("grace.obi")
                        .claim(engine.getTaskService()
                                .createTaskQuery()
                                .taskId(task)
                                .singleResult()))
                .hasMessageContaining("This task is for other people");
        assertThat(onHomePage()).doesNotContain(family);
        assertThat(grace.get("/families/" + family).statusCode()).isEqualTo(404);
        grace.post("/families", Map.of("words", unique));
        assertThat(grace.get("/families").body()).doesNotContain(family);
        assertThat(access.visibleTo("grace.obi")).doesNotContain(family);
        assertThat(record.told(family, "conflict-declared")).containsExactly("tom.reid");
    }

    @Test
    void their_part_in_the_case_ends_and_they_are_told_nothing_more() {
        var tom = signedIn.as("tom.reid");
        assertThat(tom.get("/families/" + family + "/conflicts").body()).contains("Amina Khan");

        assertThat(tom.post(
                                "/families/" + family + "/conflicts",
                                Map.of("worker", "amina.khan", "reason", "She is <b>his</b> aunt."))
                        .statusCode())
                .isEqualTo(302);

        assertThat(involvements.isInvolved("amina.khan", family)).isFalse();
        assertThat(signedIn.as("amina.khan").get("/families/" + family).statusCode())
                .isEqualTo(404);
        assertThat(tom.get("/families/" + family + "/conflicts").body())
                .contains("She is &lt;b&gt;his&lt;/b&gt; aunt.", "by Tom Reid");
        assertThat(tom.get("/families/" + family).body()).contains("Amina Khan").doesNotContain("aunt");
        assertThat(signedIn.as("amina.khan").get("/conflicts").body()).doesNotContain(family);

        assertThat(tom.post(
                                "/families/" + family + "/conflicts/withdraw",
                                Map.of("withdrawn", "amina.khan", "withdrawReason", "It was another child."))
                        .statusCode())
                .isEqualTo(302);
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        assertThat(access.maySee("amina.khan", family)).isTrue();
    }

    @Test
    void only_a_manager_declares_it_for_others_or_withdraws_it() {
        assertThat(signedIn.as("amina.khan")
                        .post(
                                "/families/" + family + "/conflicts",
                                Map.of("worker", "sam.lee", "reason", "They are friends."))
                        .statusCode())
                .isEqualTo(403);
        assertThat(signedIn.as("joe.marsh")
                        .post(
                                "/families/" + family + "/conflicts",
                                Map.of("worker", "sam.lee", "reason", "They are friends."))
                        .statusCode())
                .isEqualTo(404);
        as("amina.khan", () -> conflicts.declare(family, "I know the mother."));
        assertThatThrownBy(() -> as("amina.khan", () -> conflicts.withdraw(family, "amina.khan", "I was wrong.")))
                .hasMessage("Only a manager of the family may do this.");
    }

    @Test
    void a_reference_is_answered_the_same_whether_or_not_there_is_such_a_family() {
        var joe = signedIn.as("joe.marsh");

        var hidden = declare(joe, family);
        var missing = declare(joe, "F-987654");

        assertThat(hidden.statusCode()).isEqualTo(missing.statusCode()).isEqualTo(302);
        assertThat(hidden.headers().firstValue("Location"))
                .isEqualTo(missing.headers().firstValue("Location"));
        assertThat(joe.get("/conflicts").body()).contains(family, "F-987654");
        assertThat(declare(joe, "the Smiths").body()).contains("Enter the family’s reference, such as F-000123.");
    }

    @Test
    void nobody_with_a_conflict_is_named_in_a_restriction_and_a_named_person_loses_sight_of_the_family() {
        as("grace.obi", () -> conflicts.declare(family, "I know the mother."));
        assertThatThrownBy(() -> as(
                        "tom.reid",
                        () -> restrictions.restrict(family, "A parent works here.", Set.of("grace.obi", "tom.reid"))))
                .hasMessageContaining("grace.obi has a conflict of interest");
        as("tom.reid", () -> restrictions.restrict(family, "A parent works here.", Set.of("raj.patel", "tom.reid")));
        assertThat(access.maySee("raj.patel", family)).isTrue();

        as("raj.patel", () -> conflicts.declare(family, "I know the mother."));

        assertThat(access.maySee("raj.patel", family)).isFalse();
        assertThat(signedIn.as("tom.reid")
                        .get("/families/" + family + "/restriction")
                        .body())
                .contains("Raj Patel (has a conflict of interest and does not see it)");
    }

    @Test
    void their_part_ends_also_where_a_restriction_has_closed_the_family_to_them_before() {
        as("tom.reid", () -> restrictions.restrict(family, "A parent works here.", Set.of("raj.patel", "tom.reid")));
        assertThat(involvements.isInvolved("amina.khan", family)).isTrue();
        var amina = signedIn.as("amina.khan");

        var answer = declare(amina, family);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .isEqualTo(declare(amina, "F-987654").headers().firstValue("Location"));
        assertThat(involvements.isInvolved("amina.khan", family)).isFalse();
        assertThat(record.told(family, "conflict-declared")).containsExactly("tom.reid");
        as("tom.reid", () -> restrictions.lift(family, "The parent has left."));
        assertThat(signedIn.as("tom.reid").get("/families/" + family).body()).contains("Conflict declared");
    }

    @Test
    void service_managers_are_told_when_hardly_anybody_is_left_who_sees_a_restricted_family() {
        as("tom.reid", () -> restrictions.restrict(family, "A parent works here.", Set.of("raj.patel", "tom.reid")));
        var ruth = signedIn.as("ruth.king");
        as("grace.obi", () -> conflicts.declare(family, "I know the mother."));
        assertThat(record.told(family, "restricted-family-one-left")).isEmpty();

        as("raj.patel", () -> conflicts.declare(family, "I know the mother."));

        assertThat(record.told(family, "restricted-family-one-left")).containsExactly("ruth.king");
        assertThat(record.told(family, "restricted-family-nobody-left")).isEmpty();

        as("tom.reid", () -> conflicts.declare(family, "I know the mother."));

        assertThat(record.told(family, "restricted-family-nobody-left")).containsExactly("ruth.king");
        assertThat(ruth.get("/notifications").body()).contains(family, "Nobody sees a restricted family any more");
        String notice = jdbc.sql("""
                        select id from notification
                        where family_id = ? and template = 'restricted-family-nobody-left'
                        """).param(family).query(String.class).single();
        assertThat(ruth.get("/notifications/" + notice).body())
                .contains("/families/" + family + "/restriction")
                .doesNotContain(unique);
        assertThat(ruth.get("/families/" + family).statusCode()).isEqualTo(404);
        assertThat(signedIn.as("grace.obi").get("/notifications/" + notice).statusCode())
                .isEqualTo(404);
        String delivery = jdbc.sql("select delivery_id from notification where id = ?")
                .param(notice)
                .query(String.class)
                .single();
        work.runJobs(delivery);
        assertThat(jdbc.sql("select state from notification where id = ?")
                        .param(notice)
                        .query(String.class)
                        .single())
                .isEqualTo("sent");
    }

    @Test
    void what_was_declared_is_never_changed() {
        as("grace.obi", () -> conflicts.declare(family, "I know the mother."));

        for (String change : List.of(
                "update family_conflict set reason = 'none' where family_id = '%s'",
                "delete from family_conflict where family_id = '%s'")) {
            assertThatThrownBy(() -> jdbc.sql(change.formatted(family)).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private static HttpResponse<String> declare(Browser browser, String reference) {
        return browser.post("/conflicts", Map.of("family", reference, "reason", "The mother is my sister."));
    }

    private List<String> onHomePage() {
        return openTasks.next("grace.obi", 10_000).stream()
                .map(OpenTask::familyId)
                .toList();
    }

    private String assignee() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getAssignee();
    }

    private void as(String account, Runnable what) {
        work.as(account).signedIn(() -> {
            what.run();
            return true;
        });
    }

    private Map<String, Object> contact() {
        return Map.ofEntries(
                Map.entry("dangerNow", "no"),
                Map.entry("receivedOn", "2026-11-23"),
                Map.entry("firstName", "Robin"),
                Map.entry("lastName", unique),
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
