package org.familypathways.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * SIGKILL at random moments. Nothing that the application has answered "done" to may be lost, nothing may be done twice,
 * and whatever was in the middle of being done is done wholly or not at all. To see a failure again, run it with its
 * seed: {@code mvn test -Dtest=CrashTest -Dcrash.seed=…}. With the profile {@code benchmark} it kills 500 times, or
 * {@code -Dcrash.kills=…} times.
 */
class CrashTest {

    /** Offers need families, which the others bring, so the others come more often. */
    private static final List<JourneyDriver> JOURNEYS = List.of(
            new ReferralJourneys(),
            new EnquiryJourneys(),
            new ReferralJourneys(),
            new EnquiryJourneys(),
            new OfferJourneys());

    private static final int WORKERS = 4;
    private static final Duration LONGEST_LIFE = Duration.ofMillis(1_500);
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final ExecutorService hands = Executors.newFixedThreadPool(WORKERS);
    private final int port = freePort();
    private final int databasePort = freePort();
    private final People people = new People(JOURNEYS, port);

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
        surviveKills(Integer.getInteger("crash.kills", 500));
    }

    private void surviveKills(int kills) throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.printf("Crash test: %d kills, seed %d%n", kills, seed);
        var random = new Random(seed);
        for (int kill = 1; kill <= kills; kill++) {
            var application = RunningApplication.start(directory, port, databasePort);
            assertAllAgree("after kill %d of seed %d".formatted(kill - 1, seed));
            work(application, random);
        }
        finish(RunningApplication.start(directory, port, databasePort), "after all kills of seed " + seed);
        System.out.printf(
                "Crash test: seed %d, %d kills, %d cases begun, %d tasks completed, refused: %s%n",
                seed, kills, people.begunCases.size(), people.completedTasks.size(), people.refusals);
        assertThat(people.completedTasks)
                .as("tasks completed between the kills; refused: %s", people.refusals)
                .hasSizeGreaterThan(kills);
    }

    private void work(RunningApplication application, Random random) throws Exception {
        var alive = new AtomicBoolean(true);
        var working = Stream.generate(() -> new Random(random.nextLong()))
                .limit(WORKERS)
                .<Future<?>>map(luck -> hands.submit(() -> workOn(luck, alive)))
                .toList();
        boolean inTheFirstMoments = random.nextInt(5) == 0;
        if (!inTheFirstMoments) {
            awaitWorkGettingDone();
        }
        Thread.sleep(random.nextInt((int) LONGEST_LIFE.toMillis()));
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

    /** A program that has only just started is slow; without this most lives would end before anybody did anything. */
    private void awaitWorkGettingDone() throws InterruptedException {
        int before = people.completedTasks.size();
        var patience = Instant.now().plus(PATIENCE);
        while (people.completedTasks.size() == before) {
            assertThat(Instant.now())
                    .as("somebody completes a task; refused: %s", people.refusals)
                    .isBefore(patience);
            Thread.sleep(20);
        }
    }

    private void workOn(Random luck, AtomicBoolean alive) {
        while (alive.get()) {
            try {
                people.doSomething(luck);
            } catch (IOException noAnswer) {
                // killed, or a connection to the life before: whether it was done, the record says
            }
        }
    }

    /** With nobody to disturb it, everything that was begun by the machine comes to its end. */
    private void finish(RunningApplication application, String when) throws Exception {
        try {
            var patience = Instant.now().plus(PATIENCE);
            while (!broken(Invariants.AT_REST).isEmpty() && Instant.now().isBefore(patience)) {
                Thread.sleep(200);
            }
            assertThat(broken(Invariants.AT_REST)).as(when).isEmpty();
            assertAllAgree(when);
        } finally {
            application.stop();
        }
    }

    private void assertAllAgree(String when) throws Exception {
        assertThat(broken(invariants())).as(when).isEmpty();
        assertThat(people.completedTwice).as("%s: a task is done once", when).isEmpty();
        assertThat(people.completedTasks.keySet())
                .as("%s: what the application answered \"done\" to stays done", when)
                .isSubsetOf(texts("select id_ from act_hi_taskinst where delete_reason_ = 'completed'"));
        assertThat(people.begunCases.keySet()).as(when).isSubsetOf(texts("select id_ from act_hi_procinst"));
        assertKept(people.completedTasks, "select task_id, answers from record_entry where task_id is not null");
        assertKept(
                people.begunCases,
                "select process_instance_id, answers from record_entry where task_id is null and version = 1");
    }

    /** Every answer that people gave is on record as they gave it. */
    private void assertKept(Map<String, Map<String, Object>> given, String query) throws Exception {
        var kept = rows(query);
        given.forEach((id, answers) -> assertThat(JSON.readValue(kept.getOrDefault(id, "{}"), ANSWERS))
                .as(id)
                .containsAllEntriesOf(answers));
    }

    private static List<Invariant> invariants() {
        return Stream.concat(
                        Invariants.OF_ALL_PATHWAYS.stream(),
                        JOURNEYS.stream().flatMap(journey -> journey.invariants().stream()))
                .toList();
    }

    private List<String> broken(List<Invariant> invariants) throws Exception {
        var broken = new ArrayList<String>();
        for (Invariant invariant : invariants) {
            var violations = texts(invariant.violations());
            if (!violations.isEmpty()) {
                broken.add(invariant.sentence() + ": " + violations);
            }
        }
        return broken;
    }

    private List<String> texts(String query) throws Exception {
        return List.copyOf(rows(query).keySet());
    }

    /** The first column, and with it the last one. */
    private Map<String, String> rows(String query) throws Exception {
        String url =
                "jdbc:postgresql://127.0.0.1:%d/family_pathways?currentSchema=practice,public".formatted(databasePort);
        try (var connection = DriverManager.getConnection(url, "family_pathways", "");
                var rows = connection.createStatement().executeQuery(query)) {
            int last = rows.getMetaData().getColumnCount();
            var found = new LinkedHashMap<String, String>();
            while (rows.next()) {
                found.put(String.valueOf(rows.getString(1)), rows.getString(last));
            }
            return found;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
