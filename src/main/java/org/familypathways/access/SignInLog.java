package org.familypathways.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to the ways in which workers sign in, and who did it. */
@Component
public class SignInLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first. */
    public List<PeopleLog.Change> of(String accountId, int limit) {
        return jdbc.sql("""
                        select changed_at, changed_by, what from sign_in_change
                        where account_id = :account order by id desc limit :limit
                        """)
                .param("account", accountId)
                .param("limit", limit)
                .query((row, number) -> new PeopleLog.Change(
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("changed_by"),
                        row.getString("what"),
                        null,
                        null))
                .list();
    }

    void changed(String accountId, String what) {
        jdbc.sql(
                        "insert into sign_in_change (changed_at, account_id, what, changed_by) values (:now, :account, :what, :by)")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", accountId)
                .param("what", what)
                .param("by", CurrentWorker.accountId().orElse(null))
                .update();
    }
}
