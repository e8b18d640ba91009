package org.familypathways.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions in which a worker is signed in, on whichever node. */
@Component
class WorkerSessions {

    private final JdbcClient jdbc;

    WorkerSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends them all but one; none is left where that is null. */
    void end(String accountId, @Nullable String butNot) {
        jdbc.sql("delete from spring_session where principal_name = :account and session_id is distinct from :kept")
                .param("account", accountId)
                .param("kept", butNot)
                .update();
    }
}
