package org.familypathways.familygroupconference;

import org.familypathways.record.SiblingsLinked;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A family's place on the waiting list goes with it when it joins the family of the children's siblings. */
@Component("familygroupconferenceOfLinkedSiblings")
class LinkedSiblings {

    private final JdbcClient jdbc;

    LinkedSiblings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void givePlaces(SiblingsLinked linked) {
        if (linked.wholeFamily()) {
            jdbc.sql("update conference_waiting_list set family_id = :to where family_id = :from")
                    .param("from", linked.from())
                    .param("to", linked.to())
                    .update();
        }
    }
}
