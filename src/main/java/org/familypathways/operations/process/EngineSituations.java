package org.familypathways.operations.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.familypathways.operations.Situation;
import org.familypathways.operations.Situations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at the tables of the engine and of the modules at once: figures of one moment, for the price of one question. */
@Component
class EngineSituations implements Situations {

    private static final Duration RECENTLY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    EngineSituations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Situation nowFor(String accountId) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        with job as (
                          select retries_ = 0 and
                        """ + EngineStoppedSteps.OPEN_TO_WORKER + """
                                   as stopped,
                                 coalesce(duedate_, create_time_) as due,
                                 coalesce(lock_exp_time_ > :now, false) as held,
                                 retries_ > 0 and suspension_state_ = 1 as alive
                          from act_ru_job j),
                        work as (
                          select count(*) filter (where stopped) as stopped_steps,
                                 count(*) filter (where alive and not held and due <= :now) as due,
                                 count(*) filter (where alive and held) as running,
                                 count(*) filter (where alive and not held and due > :now) as later,
                                 min(due) filter (where alive and not held and due <= :now) as oldest_due
                          from job),
                        clocks as (
                          select count(*) filter (where rule_basis in ('statute', 'guidance')) as overdue_statutory,
                                 count(*) filter (where rule_basis not in ('statute', 'guidance')) as overdue_local
                          from statutory_clock where status = 'RUNNING' and breach_at <= :now),
                        told as (
                          select count(*) as undelivered from notification n
                          where (n.state in ('may-have-been-sent', 'not-sendable')
                             or n.state <> 'sent' and exists (select from act_ru_job j
                                  where j.process_instance_id_ = n.delivery_id and j.retries_ = 0))
                            and n.family_id not in (select family_id from family_conflict_now
                                  where account_id = :account)),
                        imports as (
                          select count(*) filter (where state in ('waiting', 'reading', 'offering')) as imports_running,
                                 count(*) filter (where state in ('stopped', 'failed') and finished_at > :recently)
                                   as imports_stopped
                          from census_import)
                        select * from work, clocks, told, imports
                        """)
                .param("account", accountId)
                .param("now", Timestamp.from(now))
                .param("recently", Timestamp.from(now.minus(RECENTLY)))
                .query((row, number) -> situation(row, now))
                .single();
    }

    private static Situation situation(ResultSet row, Instant now) throws SQLException {
        var oldest = row.getTimestamp("oldest_due");
        return new Situation(
                now,
                row.getInt("stopped_steps"),
                row.getInt("undelivered"),
                row.getInt("overdue_statutory"),
                row.getInt("overdue_local"),
                row.getInt("due"),
                row.getInt("running"),
                row.getInt("later"),
                oldest == null ? null : oldest.toInstant(),
                row.getInt("imports_running"),
                row.getInt("imports_stopped"));
    }
}
