package org.familypathways.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The open tasks that a worker has in hand, and putting them into other hands. The rules for each task hold here too. */
public interface TasksInHand {

    /**
     * An open task; nobody of a family is named.
     *
     * @param familyId null while a referral has not found its family yet
     */
    record TaskInHand(
            String id,
            String name,
            String pathway,
            @Nullable String familyId) {}

    /** Those that are due first come first. */
    List<TaskInHand> of(String accountId);

    /** Everybody else who may do the task, by name. */
    List<Worker> suitable(String taskId);

    /** A sentence why that worker may not do the task; empty when they may, or when the task is not open any more. */
    Optional<String> whyNot(String taskId, String accountId);

    /**
     * Puts the task into other hands.
     *
     * @param from whose it is now
     * @param to whose it is to be; null gives it back to all to whom it is offered
     * @return false when it was in other hands already, or done
     */
    boolean handOver(String taskId, String from, @Nullable String to);

    /** A deputy takes the task out of the absent worker's hands. */
    boolean takeOver(String taskId, String absent, String deputy);
}
