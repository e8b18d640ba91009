package org.familypathways.home.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.familypathways.access.RoleHolding;
import org.familypathways.access.Workers;
import org.familypathways.home.DueState;
import org.familypathways.home.OpenTask;
import org.familypathways.home.OpenTasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asked with every visit of the home page, so it is two queries on the engine's tables instead of many by its services. */
@Component
class EngineOpenTasks implements OpenTasks {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    /** Begins with what is the worker's, so that it costs the same however many tasks others have. */
    private static final String OF_WORKER = """
            where t.suspension_state_ = 1 and t.id_ in (
              select h.id_ from act_ru_task h where h.assignee_ = :account
              union all
              select o.id_ from act_ru_identitylink l join act_ru_task o on o.id_ = l.task_id_
              where o.assignee_ is null and l.type_ = 'candidate'
                and (l.user_id_ = :account or l.group_id_ = any(:groups))
                and not exists (select from lent_in_conflict c
                  join act_ru_variable v on v.text_ = c.family_id and v.name_ = 'familyId'
                  where c.account_id = :account and c.group_id = l.group_id_ and v.proc_inst_id_ = o.proc_inst_id_))
              and not exists (select from family_conflict_now c
                join act_ru_variable v on v.text_ = c.family_id and v.name_ = 'familyId'
                where c.account_id = :account and v.proc_inst_id_ = t.proc_inst_id_)
            """;

    private final JdbcClient jdbc;
    private final Workers workers;
    private final Clock clock;

    EngineOpenTasks(JdbcClient jdbc, Workers workers, Clock clock) {
        this.jdbc = jdbc;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public Map<DueState, Count> count(String accountId) {
        var counts = new EnumMap<DueState, Count>(DueState.class);
        for (DueState state : DueState.values()) {
            counts.put(state, new Count(0, 0));
        }
        LocalDate today = LocalDate.now(clock.withZone(ENGLAND));
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        jdbc.sql("""
                        select case when t.due_date_ < :now then 'OVERDUE' when t.due_date_ < :tomorrow then 'TODAY'
                                    when t.due_date_ < :nextWeek then 'THIS_WEEK' else 'LATER' end as state,
                               count(t.assignee_) as held, count(*) - count(t.assignee_) as offered
                        from act_ru_task t
                        """ + OF_WORKER + " group by 1")
                .param("now", Timestamp.from(clock.instant()))
                .param("tomorrow", midnightAfter(today))
                .param("nextWeek", midnightAfter(sunday))
                .param("account", accountId)
                .param("groups", groups(accountId))
                .query(row -> {
                    counts.put(
                            DueState.valueOf(row.getString("state")),
                            new Count(row.getInt("held"), row.getInt("offered")));
                });
        return counts;
    }

    @Override
    public List<OpenTask> next(String accountId, int limit) {
        return jdbc.sql("""
                        select t.id_, t.name_, d.name_ as pathway, t.due_date_, t.assignee_ is not null as held,
                          (select v.text_ from act_ru_variable v
                           where v.execution_id_ = t.proc_inst_id_ and v.name_ = 'familyId') as family
                        from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_
                        """ + OF_WORKER + " order by t.due_date_ nulls last, t.priority_ desc, t.id_ limit :limit")
                .param("account", accountId)
                .param("groups", groups(accountId))
                .param("limit", limit)
                .query(EngineOpenTasks::task)
                .list();
    }

    @Override
    public Map<DueState, String> lists() {
        var lists = new EnumMap<DueState, String>(DueState.class);
        jdbc.sql("select id_, properties_::jsonb ->> 'readyList' as list from act_ru_filter")
                .query(row -> {
                    String id = row.getString("id_");
                    switch (String.valueOf(row.getString("list"))) {
                        case "overdue" -> lists.put(DueState.OVERDUE, id);
                        case "this-week" -> {
                            lists.put(DueState.TODAY, id);
                            lists.put(DueState.THIS_WEEK, id);
                        }
                        default -> {
                            // a list of another kind
                        }
                    }
                });
        return lists;
    }

    private String[] groups(String accountId) {
        return workers.workingHoldings(accountId).stream()
                .map(RoleHolding::group)
                .toArray(String[]::new);
    }

    private static Timestamp midnightAfter(LocalDate day) {
        return Timestamp.from(day.plusDays(1).atStartOfDay(ENGLAND).toInstant());
    }

    private static OpenTask task(ResultSet row, int number) throws SQLException {
        Timestamp due = row.getTimestamp("due_date_");
        Instant dueAt = due == null ? null : due.toInstant();
        return new OpenTask(
                row.getString("id_"),
                row.getString("name_"),
                row.getString("pathway"),
                row.getString("family"),
                dueAt,
                row.getBoolean("held"));
    }
}
