package org.familypathways.tasklist;

import java.util.Map;
import java.util.UUID;
import org.familypathways.testing.Work;

/** A referral that waits for its decision, for tests of what people see in Tasklist. */
final class ReferredChild {

    private ReferredChild() {}

    static String referredBy(Work work) {
        return work.as("sam.lee").start("referral", contact());
    }

    /** What the start form asks. */
    static Map<String, Object> contact() {
        return Map.ofEntries(
                Map.entry("dangerNow", "no"),
                Map.entry("receivedOn", "2026-11-23"),
                Map.entry("firstName", "Robin"),
                Map.entry("lastName", "Tasklist " + UUID.randomUUID()),
                Map.entry("born", "born"),
                Map.entry("birthDate", "2018-05-01"),
                Map.entry("sex", "U"),
                Map.entry("area", "north"),
                Map.entry("sourceCode", "5A"),
                Map.entry("primaryNeed", "N4"),
                Map.entry("worry", "Something that worries the school."),
                Map.entry("thresholdClear", "yes"));
    }
}
