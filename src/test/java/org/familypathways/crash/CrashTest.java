package org.familypathways.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

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

    private static final Duration LONGEST_LIFE = Duration.ofMillis(1_500);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final int port = RunningApplication.freePort();
    private final int databasePort = RunningApplication.freePort();
    private final People people = new People(JOURNEYS, port);
    private final Agreement agreement = new Agreement(people, JOURNEYS, databasePort);

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
            agreement.assertAll("after kill %d of seed %d".formatted(kill - 1, seed));
            work(application, random);
        }
        var application = RunningApplication.start(directory, port, databasePort);
        try {
            agreement.assertAtRest("after all kills of seed " + seed);
        } finally {
            application.stop();
        }
        System.out.printf(
                "Crash test: seed %d, %d kills, %d cases begun, %d tasks completed, refused: %s%n",
                seed, kills, people.begunCases.size(), people.completedTasks.size(), people.refusals);
        assertThat(people.completedTasks)
                .as("tasks completed between the kills; refused: %s", people.refusals)
                .hasSizeGreaterThan(kills);
    }

    private void work(RunningApplication application, Random random) throws Exception {
        var shift = Shift.begin(people, random);
        boolean inTheFirstMoments = random.nextInt(5) == 0;
        if (!inTheFirstMoments) {
            // without this most lives would end before anybody did anything
            shift.awaitWorkGettingDone();
        }
        Thread.sleep(random.nextInt((int) LONGEST_LIFE.toMillis()));
        boolean powerCut = random.nextInt(4) == 0;
        if (powerCut) {
            application.cutPower();
        } else {
            application.kill();
        }
        shift.end();
    }
}
