package org.familypathways.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Team;
import org.familypathways.access.TeamKind;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.springframework.stereotype.Component;

/**
 * Forty case teams that share all open tasks, and three small ones that have 125 each, however large the department
 * grows. The teams and the people are made as an administrator makes them. The tasks are not: they are rows in the tables
 * of the engine, as many as one statement writes, each of them the only task of a case without a family's record. Each is
 * offered to the social workers of one team, with the same rights as a real one: theirs and the two managers'. Every third
 * has an assignee.
 */
@Component
class LargeDepartment {

    static final String OF_SMALL_TEAMS = "worker.small";
    static final String OF_LARGE_TEAMS = "worker.large";
    static final String MANAGER_OF_ALL = "manager.all";

    private static final int LARGE_TEAMS = 40;
    private static final int OF_EACH_SMALL_TEAM = 125;

    private final Teams teams;
    private final Workers workers;
    private final DataSource database;
    private int tasks;

    LargeDepartment(Teams teams, Workers workers, DataSource database) {
        this.teams = teams;
        this.workers = workers;
        this.database = database;
    }

    void open() {
        var small = Stream.of("small-0", "small-1", "small-2").toList();
        var large = IntStream.range(0, LARGE_TEAMS).mapToObj(n -> "large-" + n).toList();
        var all = Stream.concat(small.stream(), large.stream()).toList();
        all.forEach(area -> teams.add(team(area)));
        join(OF_SMALL_TEAMS, PracticeRole.SOCIAL_WORKER, small);
        join(OF_LARGE_TEAMS, PracticeRole.SOCIAL_WORKER, large.subList(0, 3));
        join(MANAGER_OF_ALL, PracticeRole.TEAM_MANAGER, all);
    }

    /** So many more people, each in three of the large teams. */
    List<String> join(int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> {
                    var areas = IntStream.of(n, n + 7, n + 19)
                            .mapToObj(area -> "large-" + area % LARGE_TEAMS)
                            .toList();
                    return join("worker." + n, PracticeRole.SOCIAL_WORKER, areas);
                })
                .toList();
    }

    /** Everybody may sign in as the demo workers do. */
    private String join(String account, PracticeRole role, List<String> areas) {
        workers.join(new Worker(account, "Pat Example", account + "@example.org", true));
        areas.forEach(area -> workers.give(account, role, team(area)));
        run(
                "update practice.worker set password = (select password from practice.worker where account_id = 'amina.khan')"
                        + " where account_id = '" + account + "'");
        return account;
    }

    private static Team team(String area) {
        return new Team("case-team-" + area, "Case team " + area, TeamKind.CASE_TEAM, area);
    }

    void growTo(int number) {
        String team = "case when n < %d then 'case-team-small-' || n %% 3 else 'case-team-large-' || n %% %d end"
                .formatted(3 * OF_EACH_SMALL_TEAM, LARGE_TEAMS);
        String these = "(select n, 'synthetic-' || n as id, %s as team from generate_series(%d, %d) n) made"
                .formatted(team, tasks, number - 1);
        String pathway = "(select row_number() over (order by id_) - 1 as number, id_, count(*) over () as all_of_them"
                + " from act_re_procdef) p on p.number = n / 7 % p.all_of_them";
        run(
                // the rows fit together; checking each reference would take most of the time
                "set session_replication_role = replica",
                """
                insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_,
                  is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_,
                  sequence_counter_)
                select id, 1, id, id, id, id_, true, false, true, false, 1, 0, 1 from %s join %s
                """.formatted(these, pathway),
                """
                insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, text_, var_scope_)
                select id, 1, 'string', 'familyId', id, id, 'F-' || n, id from %s
                """.formatted(these),
                """
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_,
                  assignee_, priority_, create_time_, due_date_, suspension_state_)
                select id, 1, id, id, id_, 'Record what the family decided', 'userTask_' || n %% 30,
                  case when n %% 3 = 0 then 'synthetic.' || team || '.' || n / 3 %% 10 end,
                  case when n %% 20 = 0 then 90 when n %% 10 = 0 then 70 else 50 end,
                  now() - n * 7919::bigint %% 4000000 * interval '1 second',
                  now() + (n * 104729::bigint %% 5000000 - 800000) * interval '1 second', 1
                from %s join %s
                """.formatted(these, pathway),
                """
                insert into act_ru_identitylink (id_, rev_, type_, group_id_, task_id_)
                select id, 1, 'candidate', 'social-worker.' || team, id from %s
                """.formatted(these),
                """
                insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)
                select id || '-' || role, 1, 1, role || '.' || team, 7, id, perms
                from %s, (values ('social-worker', 16386), ('team-manager', 66), ('assistant-team-manager', 66))
                  roles (role, perms)
                """.formatted(these),
                "set session_replication_role = default",
                "vacuum analyze");
        tasks = number;
    }

    private void run(String... statements) {
        try (var application = database.getConnection();
                Connection owner =
                        DriverManager.getConnection(application.getMetaData().getURL(), "postgres", "");
                var statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
