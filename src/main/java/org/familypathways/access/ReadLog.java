package org.familypathways.access;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who read, searched, exported or printed what about which family, and why. Written once, never changed. */
@Service
public class ReadLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReadLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The signed-in worker reads something of one family.
     *
     * @param what what was read, as a code such as {@code record} or {@code plan}
     * @param why the reason, as a code such as {@code involved} or what the worker gave
     */
    public void read(String familyId, String what, String why) {
        write(familyId, what, why);
    }

    /** The signed-in worker reads something that is about no single family, for example a search. */
    public void read(String what, String why) {
        write(null, what, why);
    }

    private void write(@Nullable String familyId, String what, String why) {
        jdbc.sql("""
                        insert into read_log (read_at, account_id, family_id, what, why)
                        values (:now, :account, :family, :what, :why)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("account", CurrentWorker.accountId().orElse("system"))
                .param("family", familyId)
                .param("what", what)
                .param("why", why)
                .update();
    }
}
