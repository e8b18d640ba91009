package org.familypathways.timescale;

import org.familypathways.record.SiblingsLinked;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clocks go with the children who join the family of their siblings. */
@Component("clocksOfLinkedSiblings")
class LinkedSiblings {

    private final JdbcClient jdbc;

    LinkedSiblings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void giveClocks(SiblingsLinked linked) {
        jdbc.sql("""
                        update statutory_clock set family_id = :to
                        where family_id = :from and (:whole or child_id = any(:children))
                        """)
                .param("from", linked.from())
                .param("to", linked.to())
                .param("whole", linked.wholeFamily())
                .param("children", linked.childIds().toArray(String[]::new))
                .update();
    }
}
