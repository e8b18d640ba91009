package org.familypathways.practicefact;

import java.time.Clock;
import java.time.LocalDate;
import org.familypathways.record.SiblingsLinked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells where the facts of a child are found from before it joined the family of its siblings: they are never changed. */
@Component("factsOfLinkedSiblings")
class LinkedSiblings {

    private final PracticeFacts facts;
    private final Clock clock;

    LinkedSiblings(PracticeFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @EventListener
    void record(SiblingsLinked linked) {
        LocalDate today = LocalDate.now(clock);
        linked.childIds().stream()
                .sorted()
                .forEach(child -> facts.record(new ChildJoinedFamily(linked.to(), child, linked.from(), today)));
    }
}
