package org.familypathways.familygroupconferenceoffer;

import org.familypathways.record.SiblingsLinked;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A family's offers go with it when it joins the family of the children's siblings. */
@Component("familygroupconferenceofferOfLinkedSiblings")
class LinkedSiblings {

    private final JdbcClient jdbc;

    LinkedSiblings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void giveOffers(SiblingsLinked linked) {
        if (linked.wholeFamily()) {
            jdbc.sql("update conference_offer set family_id = :to where family_id = :from")
                    .param("from", linked.from())
                    .param("to", linked.to())
                    .update();
        }
    }
}
