package org.familypathways.operations;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How things stand at one moment, in figures.
 *
 * @param stoppedSteps steps that were tried in vain and wait for a person
 * @param undelivered notifications that are left to a person
 * @param overdueStatutory clocks of statute and guidance that run beyond their last day
 * @param overdueLocal clocks of the department's own rules that do
 * @param due work of the application that could be done now and has not been begun
 * @param running work that some node has in hand
 * @param later work that waits for its time
 * @param oldestDue since when the oldest due work waits; nothing when none does
 * @param importsRunning census files that wait or are being read
 * @param importsStopped census files that failed or stopped part-way within the last day
 */
public record Situation(
        Instant at,
        int stoppedSteps,
        int undelivered,
        int overdueStatutory,
        int overdueLocal,
        int due,
        int running,
        int later,
        @Nullable Instant oldestDue,
        int importsRunning,
        int importsStopped) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** How long the oldest due work has been waiting. */
    public Duration oldestDueFor() {
        return oldestDue == null || oldestDue.isAfter(at) ? Duration.ZERO : Duration.between(oldestDue, at);
    }

    /** Work waits for seconds; when it waits for minutes, nodes are too few or stand still. */
    public boolean isBehind() {
        return oldestDueFor().compareTo(PATIENCE) > 0;
    }
}
