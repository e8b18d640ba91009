package org.familypathways.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.record.Involvements.Involvement;
import org.familypathways.record.RecordEntries;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class FamilyWorkersTest {

    private static final String COLLEAGUE = "lou.script";
    private static final String AMINA_S_PART = "/workers/social-worker/amina.khan/end";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Families families;

    @Autowired
    Involvements involvements;

    @Autowired
    FamilyRestrictions restrictions;

    @Autowired
    RecordEntries entries;

    @Autowired
    Workers workers;

    @Autowired
    Teams teams;

    @Autowired
    PathwayStarts pathways;

    @Autowired
    Work work;

    @Autowired
    SignedIn signedIn;

    String family;
    SignedIn.Browser manager;

    @BeforeEach
    void a_family_with_whom_nobody_works_and_a_worker_with_a_strange_name() {
        family = families.create("north").id();
        workers.join(new Worker(COLLEAGUE, "Lou <script>alert(1)</script>", null, true));
        workers.give(
                COLLEAGUE,
                PracticeRole.SOCIAL_WORKER,
                teams.find("case-team-north").orElseThrow());
        manager = signedIn.as("tom.reid");
    }

    @AfterEach
    void the_worker_leaves() {
        workers.leave(COLLEAGUE);
    }

    @Test
    void the_team_manager_finds_the_page_and_chooses_among_the_social_workers_of_the_team() {
        assertThat(manager.get(page("")).body()).contains("href=\"" + page("/workers/new") + "\"");

        assertThat(manager.get(page("/workers/new")).body())
                .contains("value=\"amina.khan\"", "Amina Khan", "Lou &lt;script&gt;alert(1)")
                .doesNotContain("nina.shaw", "ben.cole", "<script>alert");
    }

    @Test
    void the_social_worker_who_is_allocated_sees_the_family_from_then_on() {
        assertThat(signedIn.as("amina.khan").get(page("")).statusCode()).isEqualTo(404);

        var answer = allocate(manager, "amina.khan");

        assertThat(answer).isEqualTo(302);
        assertThat(involvements.inRole(family, PracticeRole.SOCIAL_WORKER)).containsExactly("amina.khan");
        assertThat(signedIn.as("amina.khan").get(page("")).body())
                .contains("Allocate worker", "Amina Khan", "Social worker");
        assertThat(manager.get(page("/workers/new")).body()).doesNotContain("value=\"amina.khan\"");
    }

    @Test
    void the_service_manager_allocates_as_well() {
        assertThat(allocate(signedIn.as("ruth.king"), "amina.khan")).isEqualTo(302);

        assertThat(involvements.inRole(family, PracticeRole.SOCIAL_WORKER)).containsExactly("amina.khan");
    }

    @Test
    void then_the_referral_for_a_conference_can_be_accepted() {
        String conference = pathways.begin("family-group-conference", family, Map.of("familyId", family));
        allocate(manager, "amina.khan");

        work.as("maria.silva").complete(conference, "userTask_checkReferral", Map.of("referralDecision", "accepted"));

        assertThat(work.openTaskKeys(conference)).containsExactly("userTask_allocateCoordinator");
    }

    @Test
    void many_clicks_allocate_once() {
        manager.get(page("/workers/new"));
        var statuses = IntStream.range(0, 4)
                .parallel()
                .mapToObj(click -> allocate(manager, "amina.khan"))
                .toList();

        assertThat(statuses).containsOnly(302);
        assertThat(involvements.ofFamily(family)).hasSize(1);
        assertThat(entries.countOfFamily(family)).isOne();
    }

    @Test
    void only_a_social_worker_of_the_family_s_case_team_can_be_allocated() {
        for (String other : List.of("", "nina.shaw", "tom.reid", "ben.cole", "nobody", "<script>alert(1)</script>")) {
            var answer = manager.post(page("/workers/new"), Map.of("worker", other));

            assertThat(answer.statusCode()).as(other).isEqualTo(400);
            assertThat(answer.body())
                    .contains(
                            other.isEmpty()
                                    ? "Choose a social worker."
                                    : "Choose a social worker of the family’s case team.")
                    .doesNotContain("<script>alert");
        }
        assertThat(involvements.ofFamily(family)).isEmpty();
        assertThat(entries.countOfFamily(family)).isZero();
    }

    @Test
    void a_worker_s_part_ends_with_a_reason_that_stays_on_record() {
        allocate(manager, "amina.khan");
        assertThat(manager.get(page("/workers/new")).body()).contains("href=\"" + page(AMINA_S_PART) + "\"");
        assertThat(manager.get(page(AMINA_S_PART)).body()).contains("End the part of Amina Khan");
        assertThat(jdbc.sql("select why from read_log where family_id = ? and what = 'workers'")
                        .param(family)
                        .query(String.class)
                        .list())
                .contains("opened the page for ending a worker's part");

        assertThat(manager.post(page(AMINA_S_PART), Map.of("reason", " ")).body())
                .contains("Say why the worker does not work with the family any more.");
        assertThat(manager.post(page(AMINA_S_PART), Map.of("reason", "<script>alert(2)</script>"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(involvements.ofFamily(family))
                .extracting(Involvement::accountId, Involvement::untilDay)
                .doesNotContain(org.assertj.core.groups.Tuple.tuple("amina.khan", null))
                .hasSize(1);
        assertThat(manager.get(page("")).body())
                .contains("End worker", "&lt;script&gt;alert(2)")
                .doesNotContain("<script>alert");
        assertThat(signedIn.as("amina.khan").get(page("")).statusCode()).isEqualTo(404);
        assertThat(manager.post(page(AMINA_S_PART), Map.of("reason", "Again")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_part_that_belongs_to_another_team_s_pathway_is_not_ended_here() {
        involvements.begin(family, "ben.cole", PracticeRole.FGC_COORDINATOR);

        assertThat(manager.get(page("/workers/new")).body()).doesNotContain("ben.cole");
        assertThat(manager.post(page("/workers/fgc-coordinator/ben.cole/end"), Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(involvements.inRole(family, PracticeRole.FGC_COORDINATOR)).containsExactly("ben.cole");
    }

    @Test
    void whoever_works_with_the_family_without_managing_it_is_told_whom_to_ask() {
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        var amina = signedIn.as("amina.khan");
        assertThat(amina.get(page("")).body()).doesNotContain("/workers/new");

        for (String address : List.of("/workers/new", AMINA_S_PART)) {
            assertThat(amina.get(page(address)).statusCode()).isEqualTo(403);
            var answer = amina.post(page(address), Map.of("worker", COLLEAGUE, "reason", "x"));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body())
                    .contains(
                            "Only the manager of the family’s case team, or a service manager,",
                            "Tom Reid",
                            "Ruth King");
        }
        assertThat(involvements.inRole(family, PracticeRole.SOCIAL_WORKER)).containsExactly("amina.khan");
    }

    @Test
    void to_whoever_may_not_see_the_family_the_pages_are_not_there() {
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        for (String other : List.of("joe.marsh", "nina.shaw", "alex.admin")) {
            var browser = signedIn.as(other);
            for (String address : List.of("/workers/new", AMINA_S_PART)) {
                assertThat(browser.get(page(address)).statusCode()).isEqualTo(404);
                assertThat(browser.post(page(address), Map.of("worker", COLLEAGUE, "reason", "x"))
                                .statusCode())
                        .isEqualTo(404);
            }
        }
        assertThat(manager.get("/families/F-999999/workers/new").statusCode()).isEqualTo(404);
    }

    @Test
    void a_restricted_family_is_allocated_by_and_to_named_people_only() {
        work.as("tom.reid").signedIn(() -> {
            restrictions.restrict(family, "A relative works here", Set.of("tom.reid", COLLEAGUE));
            return true;
        });

        assertThat(signedIn.as("ruth.king").get(page("/workers/new")).statusCode())
                .isEqualTo(404);
        assertThat(allocate(manager, "amina.khan")).isEqualTo(400);
        assertThat(allocate(manager, COLLEAGUE)).isEqualTo(302);
        assertThat(involvements.inRole(family, PracticeRole.SOCIAL_WORKER)).containsExactly(COLLEAGUE);
    }

    private int allocate(SignedIn.Browser browser, String account) {
        return browser.post(page("/workers/new"), Map.of("worker", account)).statusCode();
    }

    private String page(String address) {
        return "/families/" + family + address;
    }
}
