package org.familypathways.crash;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What people do in one pathway, as far as the crash test needs to know. */
interface JourneyDriver {

    /** The pathway's key. */
    String pathway();

    /** The demo workers who have something to do in it; which task is whose, the application knows. */
    List<String> people();

    /** Who begins a case by the start form, and with which answers; nothing when another pathway begins it. */
    default Optional<Beginning> begin(Random random) {
        return Optional.empty();
    }

    /** The answers for the task of that key, as its form sends them; nothing for tasks that stay open. */
    Optional<Map<String, Object>> answers(String taskKey, Random random);

    /** What must hold for this pathway at any time, besides what holds for all. */
    default List<Invariant> invariants() {
        return List.of();
    }

    /** @param answers as the form sends them */
    record Beginning(String accountId, Map<String, Object> answers) {}

    /** A text that nobody else writes, so that it is seen where it got lost or came twice. */
    static String remark(Random random) {
        return "Remark %016x".formatted(random.nextLong());
    }

    static String oneOf(List<String> codes, Random random) {
        return codes.get(random.nextInt(codes.size()));
    }
}
