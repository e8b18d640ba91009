package org.familypathways.notification;

import org.familypathways.record.SiblingsLinked;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A family's notifications go with it when it joins the family of the children's siblings. */
@Component("notificationOfLinkedSiblings")
class LinkedSiblings {

    private final JdbcClient jdbc;

    LinkedSiblings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void giveNotifications(SiblingsLinked linked) {
        if (linked.wholeFamily()) {
            jdbc.sql("update notification set family_id = :to where family_id = :from")
                    .param("from", linked.from())
                    .param("to", linked.to())
                    .update();
        }
    }
}
