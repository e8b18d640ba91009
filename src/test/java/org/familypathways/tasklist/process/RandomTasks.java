package org.familypathways.tasklist.process;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tasks, offers and rights of every kind that the engine knows, also of those that this application never makes: tasks
 * without a case, tasks of the engine's other kind of case, rights on whole pathways and on everything, rights of all
 * people, and revoked ones.
 */
@Component
class RandomTasks {

    static final int NUMBER = 200;

    private final JdbcClient jdbc;

    RandomTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String id(int number) {
        return "random-" + number;
    }

    List<String> pathways() {
        return jdbc.sql("select distinct key_ from act_re_procdef order by 1")
                .query(String.class)
                .list();
    }

    void fill(long seed, List<String> people, List<String> groups) {
        jdbc.sql("select setseed(:seed)")
                .param("seed", (seed % 1_000) / 1_000.0)
                .query((row, number) -> row)
                .list();
        withdrawConflicts();
        cases();
        tasks(people);
        offers(people, groups);
        rights(people, groups);
    }

    /** The engine knows nothing of conflicts of interest, so that it would find more than we do. */
    private void withdrawConflicts() {
        jdbc.sql("""
                insert into practice.family_conflict_withdrawn (conflict_id, withdrawn_by, withdrawn_at, reason)
                select id, account_id, now(), 'To compare with the engine' from practice.family_conflict_now
                """).update();
    }

    /** The ready-made lists ask for the forms of their tasks, which the engine looks for in the model. */
    void leaveOnlyTasksOfPathways() {
        for (String others : List.of(
                """
                delete from act_ru_identitylink
                where task_id_ in (select id_ from act_ru_task where proc_def_id_ is null)
                """,
                "delete from act_ru_task where proc_def_id_ is null",
                "update act_ru_task set case_execution_id_ = null where case_execution_id_ is not null")) {
            jdbc.sql(others).update();
        }
    }

    private void cases() {
        jdbc.sql("""
                insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_,
                  is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_,
                  sequence_counter_)
                select 'random-' || n, 1, 'random-' || n, 'random-' || n, 'random:' || n, id_, true, false, true, false,
                  1, 0, 1
                from generate_series(0, :last) n
                join (select row_number() over (order by id_) - 1 as number, id_, count(*) over () as all_of_them
                      from act_re_procdef) p on p.number = (n * 7) % p.all_of_them
                """).param("last", NUMBER - 1).update();
        jdbc.sql("""
                insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, text_, var_scope_)
                select 'random-' || n, 1, 'string', 'familyId', 'random-' || n, 'random-' || n,
                  'F-' || lpad((n % 60)::text, 6, '0'), 'random-' || n
                from generate_series(0, :last) n where n % 9 > 0
                """).param("last", NUMBER - 1).update();
        jdbc.sql("""
                insert into act_ru_case_execution (id_, rev_, case_inst_id_, prev_state_, current_state_, required_)
                values ('random-case', 1, 'random-case', 1, 4, false)
                """).update();
    }

    private void tasks(List<String> people) {
        jdbc.sql("""
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, case_execution_id_, name_,
                  task_def_key_, owner_, assignee_, priority_, create_time_, due_date_, follow_up_date_, suspension_state_)
                select 'random-' || n, 1, case when n % 11 > 1 then e.id_ end, case when n % 11 > 1 then e.id_ end,
                  case when n % 11 > 1 then e.proc_def_id_ end, case when n % 44 = 1 then 'random-case' end,
                  case when n % 2 = 0 then 'Task ' else 'task ' end || n % 5, 'key-' || n % 5,
                  case when random() < 0.1 then (:people::text[])[1 + floor(random() * :persons)::int] end,
                  case when random() < 0.4 then (:people::text[])[1 + floor(random() * :persons)::int] end,
                  (array[50, 50, 70, 90])[1 + floor(random() * 4)::int], now() - random() * interval '60 days',
                  case when random() < 0.8 then now() + (random() * 60 - 30) * interval '1 day' end,
                  case when random() < 0.2 then now() + (random() * 60 - 30) * interval '1 day' end,
                  case when random() < 0.9 then 1 else 2 end
                from generate_series(0, :last) n join act_ru_execution e on e.id_ = 'random-' || n
                """)
                .param("people", people.toArray(String[]::new))
                .param("persons", people.size())
                .param("last", NUMBER - 1)
                .update();
    }

    private void offers(List<String> people, List<String> groups) {
        jdbc.sql("""
                insert into act_ru_identitylink (id_, rev_, type_, group_id_, user_id_, task_id_)
                select 'random-' || n || '-' || m, 1, case when random() < 0.9 then 'candidate' else 'other' end,
                  case when m < 2 then (:groups::text[])[1 + floor(random() * :groupNumber)::int] end,
                  case when m = 2 then (:people::text[])[1 + floor(random() * :persons)::int] end,
                  'random-' || n
                from generate_series(0, :last) n, generate_series(0, 2) m where random() < 0.6
                """)
                .param("people", people.toArray(String[]::new))
                .param("persons", people.size())
                .param("groups", groups.toArray(String[]::new))
                .param("groupNumber", groups.size())
                .param("last", NUMBER - 1)
                .update();
    }

    private void rights(List<String> people, List<String> groups) {
        // 2 reads a task, 64 the tasks of a pathway, 16384 lets work on it, 2147483647 is every right
        String perms = "(array[0, 2, 66, 64, 16386, 16384, 2147483647])[1 + floor(random() * 7)::int]";
        jdbc.sql("""
                insert into act_ru_authorization
                  (id_, rev_, type_, group_id_, user_id_, resource_type_, resource_id_, perms_)
                select 'random-' || row_number() over (), 1, type, "group", "user", resource, id, perms from (
                  select 1 as type, g as "group", null as "user", 7 as resource, 'random-' || n as id, %1$s as perms
                  from generate_series(0, :last) n, unnest(:groups::text[]) g where random() < 0.15
                  union all
                  select 1, null, p, 7, 'random-' || n, %1$s
                  from generate_series(0, :last) n, unnest(:people::text[]) p where random() < 0.05
                  union all
                  select 2, null, p, 7, 'random-' || n, %1$s
                  from generate_series(0, :last) n, unnest(:people::text[]) p where random() < 0.03
                  union all
                  select 2, g, null, 7, 'random-' || n, %1$s
                  from generate_series(0, :last) n, unnest(:groups::text[]) g where random() < 0.03
                  union all
                  select 0, null, '*', 7, 'random-' || n, %1$s from generate_series(0, :last) n where random() < 0.05
                  union all
                  select 1, g, null, 6, key_, %1$s
                  from (select distinct key_ from act_re_procdef) d, unnest(:groups::text[]) g where random() < 0.05
                  union all
                  select 2, null, p, 6, key_, %1$s
                  from (select distinct key_ from act_re_procdef) d, unnest(:people::text[]) p where random() < 0.05
                  union all
                  select 1, null, p, 7, '*', %1$s from unnest(:people::text[]) p where random() < 0.2
                  union all
                  select 1, null, p, 6, '*', %1$s from unnest(:people::text[]) p where random() < 0.2
                ) made
                on conflict do nothing
                """.formatted(perms))
                .param("people", people.toArray(String[]::new))
                .param("groups", groups.toArray(String[]::new))
                .param("last", NUMBER - 1)
                .update();
    }
}
