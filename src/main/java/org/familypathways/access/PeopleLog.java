package org.familypathways.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed what about workers and teams, and when. Written in the transaction of the change, and never changed. */
@Repository
public class PeopleLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    PeopleLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One change.
     *
     * @param by the account of whoever made it; null when the system did
     * @param what in words, for example "Role given"
     */
    public record Change(
            Instant at,
            @Nullable String by,
            String what,
            @Nullable String before,
            @Nullable String after) {}

    public void ofWorker(String accountId, String what, @Nullable String before, @Nullable String after) {
        write(accountId, null, what, before, after);
    }

    void ofTeam(String teamId, String what, @Nullable String before, @Nullable String after) {
        write(null, teamId, what, before, after);
    }

    /** A role in a team is a change of both. */
    void ofMember(String accountId, String teamId, String what, @Nullable String before, @Nullable String after) {
        write(accountId, teamId, what, before, after);
    }

    /** Newest first. */
    public List<Change> ofWorker(String accountId, int limit) {
        return changes("account_id", accountId, limit);
    }

    /** Newest first. */
    public List<Change> ofTeam(String teamId, int limit) {
        return changes("team_id", teamId, limit);
    }

    private List<Change> changes(String column, String id, int limit) {
        return jdbc.sql("select changed_at, changed_by, what, before, after from people_change where " + column
                        + " = :id order by people_change.id desc limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> new Change(
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("changed_by"),
                        row.getString("what"),
                        row.getString("before"),
                        row.getString("after")))
                .list();
    }

    private void write(
            @Nullable String accountId,
            @Nullable String teamId,
            String what,
            @Nullable String before,
            @Nullable String after) {
        jdbc.sql("""
                        insert into people_change (changed_at, changed_by, account_id, team_id, what, before, after)
                        values (:now, :by, :account, :team, :what, :before, :after)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", CurrentWorker.accountId().orElse(null))
                .param("account", accountId)
                .param("team", teamId)
                .param("what", what)
                .param("before", before)
                .param("after", after)
                .update();
    }
}
