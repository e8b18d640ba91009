package org.familypathways.crash;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What people do in one pathway, as far as the crash test needs to know. */
interface JourneyDriver {

    /** The pathway's key. */
    String pathway();

    /** The demo workers who have something to do in it. */
    List<String> people();

    /** Who begins a case by the start form, and with which answers; nothing when another pathway begins it. */
    default Optional<Step> begin(Random random) {
        return Optional.empty();
    }

    /** Who does the task of that key, and with which answers; nothing for tasks that stay open. */
    Optional<Step> forTask(String taskKey, Random random);

    /** What must hold for this pathway at any time, besides what holds for all. */
    default List<Invariant> invariants() {
        return List.of();
    }

    /** @param answers as the form sends them */
    record Step(String accountId, Map<String, Object> answers) {}
}
