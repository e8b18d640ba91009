package org.familypathways.record;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives the rows of children, or of a whole family, to another family. Nothing is lost and no version is added. */
@Repository
class FamilyRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    FamilyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps both families from changing hands twice at the same moment. */
    void hold(String one, String other) {
        jdbc.sql("select id from family where id in (:one, :other) order by id for update")
                .param("one", one)
                .param("other", other)
                .query(String.class)
                .list();
    }

    /** Lets nobody else change who belongs to the family until the transaction ends. */
    void hold(String family) {
        jdbc.sql("select id from family where id = :family for no key update")
                .param("family", family)
                .query(String.class)
                .list();
    }

    /** The children with their entries; episodes follow the child by themselves. */
    void giveChildren(String from, String to, Set<String> childIds) {
        for (String rows : new String[] {
            "update child set family_id = :to where family_id = :from and id = any(:children)",
            "update record_entry set family_id = :to where family_id = :from and child_id = any(:children)"
        }) {
            jdbc.sql(rows)
                    .param("from", from)
                    .param("to", to)
                    .param("children", childIds.toArray(String[]::new))
                    .update();
        }
    }

    /** Everything else of a family in which nobody stays. */
    void giveRest(String from, String to) {
        for (String rows : new String[] {
            "update network_member set family_id = :to where family_id = :from",
            "update record_entry set family_id = :to where family_id = :from",
            "update family_plan set family_id = :to where family_id = :from"
        }) {
            jdbc.sql(rows).param("from", from).param("to", to).update();
        }
        giveInvolvements(from, to);
    }

    /** Ends them here, so that it stays known who worked with the family, and begins them there. */
    private void giveInvolvements(String from, String to) {
        jdbc.sql("""
                        with ended as (
                          update involvement set until_day = :today where family_id = :from and until_day is null
                          returning account_id, role)
                        insert into involvement (family_id, account_id, role, from_day)
                        select :to, account_id, role, :today from ended
                        on conflict (family_id, account_id, role) where until_day is null do nothing
                        """)
                .param("from", from)
                .param("to", to)
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .update();
    }
}
