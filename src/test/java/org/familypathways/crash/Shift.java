package org.familypathways.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Some people at work at the same time, whatever happens to the application, until the shift ends. */
final class Shift {

    private static final int HANDS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final People people;
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    private final List<Future<?>> working;
    private volatile boolean over;

    private Shift(People people, Random random) {
        this.people = people;
        working = Stream.generate(() -> new Random(random.nextLong()))
                .limit(HANDS)
                .<Future<?>>map(luck -> hands.submit(() -> work(luck)))
                .toList();
    }

    static Shift begin(People people, Random random) {
        return new Shift(people, random);
    }

    private void work(Random luck) {
        while (!over) {
            try {
                people.doSomething(luck);
            } catch (IOException | AssertionError noAnswer) {
                // killed, a connection to the life before, or nobody can sign in: whether it was done, the record says
            }
        }
    }

    /** A program that has only just started, or found its database again, is slow. */
    void awaitWorkGettingDone() throws InterruptedException {
        int before = people.completedTasks.size();
        var patience = Instant.now().plus(PATIENCE);
        while (people.completedTasks.size() == before) {
            assertThat(Instant.now())
                    .as("somebody completes a task; refused: %s", people.refusals)
                    .isBefore(patience);
            Thread.sleep(20);
        }
    }

    void end() throws Exception {
        over = true;
        for (Future<?> hand : working) {
            hand.get();
        }
        hands.shutdown();
    }
}
