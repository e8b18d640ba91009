package org.familypathways.access;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to the ways in which workers sign in, and who did it. */
@Component
class SignInLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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
