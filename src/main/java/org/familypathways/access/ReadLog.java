package org.familypathways.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who read, searched, exported or printed what about which family, why, and for whom they acted. Written once, never changed. */
@Service
public class ReadLog {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final FamilyAccess access;

    ReadLog(JdbcClient jdbc, Clock clock, FamilyAccess access) {
        this.access = access;
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

    /** Only where the worker acts for anybody at all is it asked whether they do so with this family. */
    private void write(@Nullable String familyId, String what, String why) {
        String reader = CurrentWorker.accountId().orElse("system");
        String unlessDeputy = "where not exists (select from absence a " + Absences.ACTS + ")";
        if (insert(unlessDeputy, reader, familyId, what, why, null) == 0) {
            String absent =
                    familyId == null ? null : access.actedFor(reader, familyId).orElse(null);
            insert("", reader, familyId, what, why, absent);
        }
    }

    private int insert(
            String unless, String reader, @Nullable String familyId, String what, String why, @Nullable String absent) {
        return jdbc.sql("""
                        insert into read_log (read_at, account_id, family_id, what, why, acted_for)
                        select :now, :account, :family, :what, :why, :absent
                        """ + unless)
                .param("now", Timestamp.from(clock.instant()))
                .param("account", reader)
                .param("family", familyId)
                .param("what", what)
                .param("why", why)
                .param("absent", absent)
                .param("deputy", reader)
                .param("today", LocalDate.now(clock))
                .update();
    }
}
