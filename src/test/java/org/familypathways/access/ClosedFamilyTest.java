package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.familypathways.notification.Notice;
import org.familypathways.notification.Notifications;
import org.familypathways.notification.Recipient;
import org.familypathways.record.Drafts;
import org.familypathways.record.FamilyPlan.NewAction;
import org.familypathways.record.FamilyPlans;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.HiddenFamily;
import org.familypathways.testing.NoConflict;
import org.familypathways.testing.Probe;
import org.familypathways.testing.Probes;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.StatementsOfRequest;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Nobody finds out that a family exists which is closed to them, by a restriction or by a conflict of interest. Workers of
 * every role ask every page, every interface and every open door of the engine about it, and ask each question once more
 * about a family that never was: status, headers, text, counts and the number of statements that the answer costs must be
 * the same. Pages are taken from the application itself, so that a new one is asked as well.
 */
@ApplicationTest
class ClosedFamilyTest {

    /** What administrators see of cases are references, wherever they look after them. */
    private static final String ADMINISTRATOR = "alex.admin";

    /** May name one more person at any time, and so may know which families are restricted. */
    private static final String SERVICE_MANAGER = "ruth.king";

    /** Everything that none of the demo people is. */
    private static final String ALL_OTHER_ROLES = "all.otherroles";

    private static final Set<String> NAMED = Set.of("tom.reid", "raj.patel");
    private static final List<String> OTHERS = List.of(
            "sam.lee",
            "grace.obi",
            "amina.khan",
            "nina.shaw",
            "joe.marsh",
            "helen.ward",
            "maria.silva",
            "ben.cole",
            "zoe.hart",
            "dan.fox",
            SERVICE_MANAGER,
            ADMINISTRATOR);

    @Autowired
    NoConflict noConflict;

    @Autowired
    Work work;

    @Autowired
    ProcessEngine engine;

    @Autowired
    SignedIn signedIn;

    @Autowired
    FamilyRestrictions restrictions;

    @Autowired
    FamilyConflicts conflicts;

    @Autowired
    Involvements involvements;

    @Autowired
    NetworkMembers network;

    @Autowired
    FamilyPlans plans;

    @Autowired
    Drafts drafts;

    @Autowired
    Notifications notifications;

    @Autowired
    Workers workers;

    @Autowired
    Teams teams;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    private final StatementsOfRequest statements = new StatementsOfRequest();
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final List<Job> stopped = new ArrayList<>();
    private int asked;

    @BeforeEach
    void listen() {
        System.out.println("ClosedFamilyTest: repeat with -Dseed=" + seed);
        statements.listen();
    }

    @AfterEach
    void stopListening() {
        statements.stop();
        workers.leave(ALL_OTHER_ROLES);
        noConflict.of(ADMINISTRATOR);
    }

    /** Other tests look at what did not arrive and what stopped. */
    @AfterEach
    void everythingHasArrived() {
        stopped.forEach(job -> {
            engine.getManagementService().setJobRetries(job.getId(), 1);
            work.runJobs(job.getProcessInstanceId());
        });
        jdbc.sql("update notification set state = 'sent' where once_key = family_id")
                .update();
    }

    @Test
    void a_restricted_family_is_not_to_be_told_from_none_by_anybody_who_is_not_named() {
        var family = aFamily();
        work.as("tom.reid").signedIn(() -> {
            restrictions.restrict(family.id("family"), "A parent works here.", NAMED);
            return true;
        });

        somebodyWithAllOtherRoles();

        OTHERS.forEach(account -> ask(account, family, false));
        ask(ALL_OTHER_ROLES, family, false);

        assertThat(asked).isGreaterThan(3_000);
    }

    @Test
    void nor_is_a_family_with_which_a_worker_has_a_conflict_of_interest() {
        var family = aFamily();
        List<String> conflicted = List.of("grace.obi", "amina.khan", ADMINISTRATOR);
        work.as("tom.reid").signedIn(() -> {
            conflicted.forEach(account -> conflicts.declareFor(family.id("family"), account, "They are related."));
            return true;
        });

        conflicted.forEach(account -> ask(account, family, true));

        assertThat(asked).isGreaterThan(500);
    }

    /** More than anybody has, and still not enough. */
    private void somebodyWithAllOtherRoles() {
        workers.join(new Worker(ALL_OTHER_ROLES, "All Otherroles", null, true));
        jdbc.sql("""
                        update worker set password = (select password from worker where account_id = 'amina.khan')
                        where account_id = ?
                        """).param(ALL_OTHER_ROLES).update();
        Stream.of(PracticeRole.values())
                .filter(role -> workers.inRole(role).isEmpty())
                .forEach(role -> teams.all().stream()
                        .filter(team -> team.kind() == role.teamKind())
                        .forEach(team -> workers.give(ALL_OTHER_ROLES, role, team)));
        assertThat(workers.holdings(ALL_OTHER_ROLES)).hasSizeGreaterThan(5);
    }

    private void ask(String account, HiddenFamily family, boolean conflict) {
        var browser = signedIn.as(account);
        browser.get("/camunda/app/tasklist/default/");
        String token = browser.csrf();
        var probes = new Probes(new Random(seed ^ account.hashCode()), family);
        var questions = probes.ofPages(pages);
        if (!account.equals(ADMINISTRATOR) || conflict) {
            questions.addAll(probes.ofEngine(account));
        }
        var found = new SoftAssertions();
        questions.stream()
                .filter(question -> !isTheirBusiness(account, question, conflict))
                .forEach(question -> {
                    compare(found, account, question, family, browser, token);
                    asked += 2;
                });
        found.assertAll();
    }

    private static boolean isTheirBusiness(String account, Probe question, boolean conflict) {
        return account.equals(SERVICE_MANAGER) && question.pattern().contains("/restriction")
                || account.equals(ADMINISTRATOR)
                        && (!conflict
                                        && (question.pattern().startsWith("/notifications")
                                                || question.pattern().startsWith("/operations"))
                                // would add people and teams to those of all other tests
                                || question.pattern().startsWith("/people")
                                        && question.method().equals("POST"));
    }

    private void compare(
            SoftAssertions found,
            String account,
            Probe question,
            HiddenFamily family,
            SignedIn.Browser browser,
            String token) {
        int differences = 0;
        for (int round = 0; round < 4; round++) {
            var hidden = statements.during(() -> question.ask(browser, token));
            var missing = statements.during(() -> family.missing(question).ask(browser, token));
            String of = "%s: %s".formatted(account, question);
            found.assertThat(family.asIfMissing(hidden.answer()))
                    .as(of)
                    .isEqualTo(family.asIfMissing(missing.answer()));
            found.assertThat(family.givenAway(question, hidden.answer())).as(of).isEmpty();
            if (hidden.statements().size() == missing.statements().size()) {
                return;
            }
            differences++;
            if (differences == 4) {
                found.assertThat(hidden.statements()).as(of + ": statements").isEqualTo(missing.statements());
            }
        }
    }

    /** With something of everything on record, and names that stand nowhere else. */
    private HiddenFamily aFamily() {
        var family = new HiddenFamily(new Random(seed));
        String instance = work.as("sam.lee").start("referral", contact(family));
        String id = (String) engine.getRuntimeService().getVariable(instance, "familyId");
        var decision = work.task(instance, "userTask_decideReferral");
        work.as("grace.obi").claim(decision);
        drafts.save(decision.getId(), "grace.obi", Map.of("reason", family.secret()));
        involvements.begin(id, "amina.khan", PracticeRole.SOCIAL_WORKER);
        String person = network.add(
                        id,
                        new NewNetworkMember(
                                family.firstName(),
                                family.lastName(),
                                "mother",
                                true,
                                null,
                                null,
                                null,
                                family.secret()))
                .id();
        plans.record(
                id,
                instance,
                LocalDate.of(2026, 11, 22),
                family.secret(),
                List.of(new NewAction(family.secret(), person, family.lastName(), null)));
        family.knows("family", id);
        family.knows("instance", instance);
        family.knows("task", decision.getId());
        family.knows("person", person);
        family.knows("child", one("select id from child where family_id = ?", id));
        family.knows("entry", one("select entry_id::text from record_entry where family_id = ? limit 1", id));
        family.knows(
                "action",
                one(
                        "select a.id::text from plan_action a join family_plan p on p.id = a.plan_id where p.family_id = ?",
                        id));
        jdbc.sql("""
                        insert into notification (id, template, family_id, once_key, recipient_kind, recipient,
                          subject, body, personalisation, state, send_reference, created_at, changed_at)
                        select next_reference('N', 'notification_number'), 'timescale-missed', :family, :family, 'worker', account,
                          :secret, :secret, '{}', 'not-sendable', gen_random_uuid(), now(), now()
                        from unnest(array['grace.obi', 'amina.khan']) as account
                        """).param("family", id).param("secret", family.secret()).update();
        notifications.send(new Notice("conflict-declared", id, new Recipient.ToWorker("tom.reid"), "stopped:" + id));
        var delivery = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(one(
                        "select delivery_id from notification where once_key = 'stopped:' || family_id and family_id = ?",
                        id))
                .singleResult();
        engine.getManagementService().setJobRetries(delivery.getId(), 0);
        stopped.add(delivery);
        family.knows("notification", one("select min(id) from notification where family_id = ?", id));
        return family;
    }

    private String one(String query, String family) {
        return jdbc.sql(query).param(family).query(String.class).single();
    }

    private static Map<String, Object> contact(HiddenFamily family) {
        return Map.ofEntries(
                Map.entry("dangerNow", "no"),
                Map.entry("receivedOn", "2026-11-23"),
                Map.entry("firstName", family.firstName()),
                Map.entry("lastName", family.lastName()),
                Map.entry("born", "born"),
                Map.entry("birthDate", "2018-05-01"),
                Map.entry("sex", "U"),
                Map.entry("area", "north"),
                Map.entry("sourceCode", "5A"),
                Map.entry("primaryNeed", "N4"),
                Map.entry("worry", family.secret()),
                Map.entry("thresholdClear", "yes"));
    }
}
