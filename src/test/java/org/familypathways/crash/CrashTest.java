package org.familypathways.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL at random moments. Nothing that the application has answered "done" to may be lost, nothing may be done twice,
 * and whatever was in the middle of being done is done wholly or not at all. To see a failure again, run it with its
 * seed: {@code mvn test -Dtest=CrashTest -Dcrash.seed=…}.
 */
class CrashTest {

    private static final List<JourneyDriver> JOURNEYS = List.of(new ReferralJourneys());
    private static final int WORKERS = 4;
    private static final Duration LONGEST_LIFE = Duration.ofMillis(2_500);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final People people = new People(JOURNEYS);
    private final ExecutorService hands = Executors.newFixedThreadPool(WORKERS);
    private final int port = freePort();
    private final int databasePort = freePort();

    @AfterEach
    void rest() {
        hands.shutdownNow();
    }

    @Test
    void nothing_is_lost_or_doubled_by_20_kills() throws Exception {
        surviveKills(20);
    }

    @Test
    @Tag("benchmark")
    void nothing_is_lost_or_doubled_by_500_kills() throws Exception {
        surviveKills(500);
    }

    private void surviveKills(int kills) throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.printf("Crash test: %d kills, seed %d%n", kills, seed);
        var random = new Random(seed);
        for (int kill = 1; kill <= kills; kill++) {
            var application = RunningApplication.start(directory, port, databasePort);
            assertAllAgree("after kill %d of seed %d".formatted(kill - 1, seed));
            work(application, random, () -> Thread.sleep(random.nextInt((int) LONGEST_LIFE.toMillis())));
        }
        finish(RunningApplication.start(directory, port, databasePort), "after all kills of seed " + seed);
    }

    private void work(RunningApplication application, Random random, Moment untilTheKill) throws Exception {
        var alive = new AtomicBoolean(true);
        var working = Stream.generate(() -> new Random(random.nextLong()))
                .limit(WORKERS)
                .<Future<?>>map(luck -> hands.submit(() -> workOn(application, luck, alive)))
                .toList();
        untilTheKill.await();
        boolean powerCut = random.nextInt(4) == 0;
        if (powerCut) {
            application.cutPower();
        } else {
            application.kill();
        }
        alive.set(false);
        for (Future<?> hand : working) {
            hand.get();
        }
    }

    private void workOn(RunningApplication application, Random luck, AtomicBoolean alive) {
        while (alive.get()) {
            try {
                people.doSomething(application.address, luck);
            } catch (IOException killed) {
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** With nobody to disturb it, everything that was begun by the machine comes to its end. */
    private void finish(RunningApplication application, String when) throws Exception {
        try {
            var patience = Instant.now().plus(Duration.ofMinutes(1));
            var open = new Invariant("nothing waits to be sent", """
                    select id || ' ' || state from notification where state in ('waiting', 'sending', 'failed')
                    """);
            while (!violations(open).isEmpty() && Instant.now().isBefore(patience)) {
                Thread.sleep(200);
            }
            assertThat(violations(open)).as(open.sentence()).isEmpty();
            assertAllAgree(when);
            assertThat(people.completedTasks)
                    .as("tasks completed; refused: %s", people.refusals)
                    .isNotEmpty();
            System.out.printf(
                    "Crash test: %d cases begun and %d tasks completed between the kills%n",
                    people.begunCases.size(), people.completedTasks.size());
        } finally {
            application.stop();
        }
    }

    private void assertAllAgree(String when) throws Exception {
        var broken = new ArrayList<String>();
        for (Invariant invariant : invariants()) {
            var violations = violations(invariant);
            if (!violations.isEmpty()) {
                broken.add(invariant.sentence() + ": " + violations);
            }
        }
        assertThat(broken).as(when).isEmpty();
        assertThat(people.completedTasks)
                .as("%s: what the application answered \"done\" to stays done", when)
                .isSubsetOf(texts("select id_ from act_hi_taskinst where delete_reason_ = 'completed'"));
        assertThat(people.begunCases).as(when).isSubsetOf(texts("select id_ from act_hi_procinst"));
    }

    private static List<Invariant> invariants() {
        return Stream.concat(
                        Invariants.OF_ALL_PATHWAYS.stream(),
                        JOURNEYS.stream().flatMap(journey -> journey.invariants().stream()))
                .toList();
    }

    private List<String> violations(Invariant invariant) throws Exception {
        return texts(invariant.violations());
    }

    private List<String> texts(String query) throws Exception {
        String url =
                "jdbc:postgresql://127.0.0.1:%d/family_pathways?currentSchema=practice,public".formatted(databasePort);
        try (var connection = DriverManager.getConnection(url, "family_pathways", "");
                var rows = connection.createStatement().executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Moment {
        void await() throws InterruptedException;
    }
}
