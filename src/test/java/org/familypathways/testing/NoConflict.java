package org.familypathways.testing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** After a test in which somebody had a conflict of interest: administrators who have one do not look into cases. */
@Component
public class NoConflict {

    private final JdbcClient jdbc;

    NoConflict(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void of(String accountId) {
        jdbc.sql("""
                        insert into family_conflict_withdrawn (conflict_id, withdrawn_by, withdrawn_at, reason)
                        select id, account_id, now(), 'The test is over.' from family_conflict_now
                        where account_id = :account
                        """).param("account", accountId).update();
    }
}
