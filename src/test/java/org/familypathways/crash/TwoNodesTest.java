package org.familypathways.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.familypathways.intake.CensusFileGenerator;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one database, begun at the same moment on an empty one. People and imports keep both at work, and at
 * random moments one of them is killed, now and then both: nothing is lost, nothing is done by both, and nobody has to
 * sign in again. With the profile {@code benchmark} there are 100 kills, or {@code -Dcrash.kills=…}. To see a failure
 * again, give its seed: {@code -Dcrash.seed=…}.
 */
class TwoNodesTest {

    private static final List<JourneyDriver> JOURNEYS = List.of(
            new ReferralJourneys(),
            new EnquiryJourneys(),
            new ReferralJourneys(),
            new EnquiryJourneys(),
            new OfferJourneys());

    private static final List<Integer> BOTH = List.of(0, 1);
    private static final List<String> NAMES = List.of(name(0), name(1));
    private static final Duration LONGEST_LIFE = Duration.ofMillis(1_500);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int CHILDREN_IN_A_FILE = 200;

    /** What each node looks after by itself when it starts. */
    private static final List<Invariant> MADE_ONCE = List.of(
            new Invariant("every pathway was deployed once", """
                    select key_ from act_re_procdef group by key_ having count(*) > 1
                    union all select key_ from act_re_decision_def group by key_ having count(*) > 1
                    union all select name_ from act_re_deployment group by name_ having count(*) > 1
                    """),
            new Invariant("every ready-made list is there once", """
                    select name_ from act_ru_filter group by name_ having count(*) > 1
                    """),
            new Invariant("every right was granted once", """
                    select group_id_ || ' ' || resource_id_ from act_ru_authorization
                    group by group_id_, user_id_, resource_type_, resource_id_ having count(*) > 1
                    """));

    private static final List<Invariant> DONE_ONCE = List.of(
            new Invariant("no job was done by both", """
                    select job_id_ from act_hi_job_log where job_state_ = 2 group by job_id_ having count(*) > 1
                    """),
            new Invariant("every census file that was taken came in wholly", """
                    select id || ' ' || state || ' ' || children_read from census_import
                    where state <> 'finished' or children_read <> %d
                    """.formatted(CHILDREN_IN_A_FILE)),
            new Invariant("no child came in twice", """
                    select la_child_id from census_import_child group by la_child_id having count(*) > 1
                    """),
            new Invariant("no family has two offers that an import began", """
                    select child_id from census_conference where offered_at is not null
                    group by child_id having count(*) > 1
                    """));

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication())
            .withPerMethodLifecycle(false);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final ExecutorService starters = Executors.newFixedThreadPool(BOTH.size());
    private final int[] ports = {RunningApplication.freePort(), RunningApplication.freePort()};
    private final int databasePort = RunningApplication.freePort();
    private final RunningApplication[] nodes = new RunningApplication[BOTH.size()];
    private final SignedIn doors = SignedIn.at(ports);
    private final People people = new People(JOURNEYS, ports);
    private final Agreement agreement = new Agreement(people, JOURNEYS, databasePort);

    @AfterEach
    void stop() throws Exception {
        starters.shutdown();
        for (RunningApplication node : nodes) {
            if (node != null) {
                node.kill();
            }
        }
    }

    @Test
    void nothing_is_lost_or_doubled_by_4_kills() throws Exception {
        surviveKills(4);
    }

    @Test
    @Tag("benchmark")
    void nothing_is_lost_or_doubled_by_100_kills() throws Exception {
        surviveKills(Integer.getInteger("crash.kills", 100));
    }

    private void surviveKills(int kills) throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.printf("Two nodes: %d kills, seed %d%n", kills, seed);
        var random = new Random(seed);
        try (var database = DatabaseServer.start(directory.resolve("postgres"), databasePort)) {
            start(database, BOTH);
            assertHold(MADE_ONCE, "after a start together, seed " + seed);
            var signedInOnce = doors.as("amina.khan");
            for (int kill = 1; kill <= kills; kill++) {
                var killed = random.nextInt(4) == 0 ? BOTH : List.of(random.nextInt(BOTH.size()));
                takeCensusFile(kill);
                work(killed, random);
                String when = "after kill %d of seed %d, of nodes %s".formatted(kill, seed, killed);
                agreement.assertAll(when);
                start(database, killed);
                // one node after the other is asked
                for (int node : BOTH) {
                    assertThat(signedInOnce.get("/families").statusCode())
                            .as("%s: still signed in at node %d or the other", when, node)
                            .isEqualTo(200);
                }
            }
            assertAtRest(seed, kills);
        }
        System.out.printf(
                "Two nodes: seed %d, %d kills, %d cases begun, %d tasks completed, %d e-mails, refused: %s%n",
                seed,
                kills,
                people.begunCases.size(),
                people.completedTasks.size(),
                MAIL.getReceivedMessages().length,
                people.refusals);
        assertThat(people.completedTasks)
                .as("tasks completed between the kills; refused: %s", people.refusals)
                .hasSizeGreaterThan(kills);
    }

    private void start(DatabaseServer database, List<Integer> places) throws Exception {
        var starting = new ArrayList<Future<?>>();
        for (int place : places) {
            starting.add(starters.submit(() -> nodes[place] = RunningApplication.start(
                    directory.resolve(name(place)),
                    ports[place],
                    database,
                    "--camunda.bpm.generic-properties.properties.hostname=" + name(place),
                    "--familypathways.timescale.sweep-every=PT1S",
                    "--familypathways.intake.children-per-transaction=20",
                    "--spring.mail.host=127.0.0.1",
                    "--spring.mail.port=" + MAIL.getSmtp().getPort())));
        }
        for (Future<?> start : starting) {
            start.get();
        }
    }

    private static String name(int place) {
        return "node-" + (place + 1);
    }

    private void takeCensusFile(int number) throws Exception {
        String prefix = "K" + number + "X";
        Path file = directory.resolve(prefix + ".xml");
        new CensusFileGenerator(prefix, number).write(file, CHILDREN_IN_A_FILE);
        var administrator = doors.program("alex.admin");
        var answer = administrator.send(administrator
                .request("/api/census-imports?asOf=2026-03-31&area=north")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofFile(file)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        Files.delete(file);
    }

    private void work(List<Integer> killed, Random random) throws Exception {
        var shift = Shift.begin(people, random);
        shift.awaitWorkGettingDone();
        Thread.sleep(random.nextInt((int) LONGEST_LIFE.toMillis()));
        for (int place : killed) {
            nodes[place].kill();
        }
        if (killed.size() < BOTH.size()) {
            // the other one goes on
            shift.awaitWorkGettingDone();
        }
        shift.end();
    }

    private void assertAtRest(long seed, int files) throws Exception {
        String when = "after all kills of seed " + seed;
        var patience = Instant.now().plus(PATIENCE);
        // whoever asks first takes a job; with enough of them each node has had some
        for (int file = files + 1;
                !nodesThatDidJobs().containsAll(NAMES) && Instant.now().isBefore(patience);
                file++) {
            takeCensusFile(file);
            awaitAllRead(patience);
        }
        awaitAllRead(patience);
        agreement.assertAtRest(when);
        assertHold(MADE_ONCE, when);
        assertHold(DONE_ONCE, when);
        assertSentOnce(when);
        assertThat(nodesThatDidJobs())
                .as("%s: both did their share of the jobs", when)
                .containsAll(NAMES);
    }

    private List<String> nodesThatDidJobs() throws Exception {
        return agreement.texts("select distinct hostname_ from act_hi_job_log where job_state_ = 2");
    }

    private void awaitAllRead(Instant patience) throws Exception {
        String unread = "select id from census_import where finished_at is null";
        while (!agreement.texts(unread).isEmpty() && Instant.now().isBefore(patience)) {
            Thread.sleep(200);
        }
    }

    private void assertHold(List<Invariant> invariants, String when) throws Exception {
        for (Invariant invariant : invariants) {
            assertThat(agreement.texts(invariant.violations()))
                    .as("%s: %s", when, invariant.sentence())
                    .isEmpty();
        }
    }

    private void assertSentOnce(String when) throws Exception {
        var received = new ArrayList<String>();
        for (var message : MAIL.getReceivedMessages()) {
            received.add(message.getHeader("X-Notification-Reference")[0]);
        }
        assertThat(received)
                .as(when)
                .doesNotHaveDuplicates()
                .containsAll(agreement.texts(
                        "select send_reference from notification where state = 'sent' and channel = 'smtp'"));
    }
}
