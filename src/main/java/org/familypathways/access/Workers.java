package org.familypathways.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who works here, and the roles that they hold in their teams. */
@Repository
public class Workers {

    private static final String WORKER = "select w.account_id, w.name, w.email, w.active from worker w ";

    private final JdbcClient jdbc;

    Workers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The worker with that account, also one who has left. */
    public Optional<Worker> find(String accountId) {
        return jdbc.sql(WORKER + "where w.account_id = :account")
                .param("account", accountId)
                .query(Workers::worker)
                .optional();
    }

    /** What people call these workers, also those who have left; one statement, however many they are. */
    public Map<String, String> names(Collection<String> accountIds) {
        var names = new HashMap<String, String>();
        jdbc.sql("select account_id, name from worker where account_id = any(:accounts)")
                .param("accounts", accountIds.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("account_id"), row.getString("name"));
                });
        return names;
    }

    /** Everybody who works here now, by name. */
    public List<Worker> active() {
        return jdbc.sql(WORKER + "where w.active order by w.name, w.account_id")
                .query(Workers::worker)
                .list();
    }

    /** Those who hold the role in the team of its kind that serves the family, but for those who have a conflict with it. */
    public List<Worker> inRole(PracticeRole role, String familyId) {
        return jdbc.sql(WORKER + """
                        join role_holding h on h.account_id = w.account_id and h.held_until is null
                        join family_team f on f.team_id = h.team_id and f.served_until is null
                        where w.active and h.role = :role and f.family_id = :family and f.kind = :kind
                          and not exists (select from family_conflict_now c
                            where c.account_id = w.account_id and c.family_id = :family)
                        order by w.name, w.account_id
                        """)
                .param("role", role.id())
                .param("family", familyId)
                .param("kind", role.teamKind().id())
                .query(Workers::worker)
                .list();
    }

    /** Those who hold the role in any team. */
    public List<Worker> inRole(PracticeRole role) {
        return jdbc.sql(WORKER + """
                        where w.active and exists (select from role_holding h
                          where h.account_id = w.account_id and h.held_until is null and h.role = :role)
                        order by w.name, w.account_id
                        """)
                .param("role", role.id())
                .query(Workers::worker)
                .list();
    }

    /** The roles that the worker holds now; none for somebody who has left. */
    public List<RoleHolding> holdings(String accountId) {
        return jdbc.sql("""
                        select h.role, h.team_id from role_holding h join worker w on w.account_id = h.account_id
                        where h.account_id = :account and h.held_until is null and w.active
                        order by h.role, h.team_id
                        """)
                .param("account", accountId)
                .query((row, number) ->
                        new RoleHolding(PracticeRole.of(row.getString("role")).orElseThrow(), row.getString("team_id")))
                .list();
    }

    /** Whether the worker holds the role in any team. */
    public boolean holds(String accountId, PracticeRole role) {
        return holdings(accountId).stream().anyMatch(holding -> holding.role() == role);
    }

    /** Adds a worker, or takes back somebody who had left. They cannot sign in until they have a password. */
    @Transactional
    public void join(Worker worker) {
        jdbc.sql("""
                        insert into worker (account_id, name, email) values (:account, :name, :email)
                        on conflict (account_id) do update set name = :name, email = :email, active = true
                        """)
                .param("account", worker.accountId())
                .param("name", worker.name())
                .param("email", worker.email())
                .update();
    }

    /** From now on this worker cannot sign in and holds no role; their password is no longer worth anything. */
    @Transactional
    public void leave(String accountId) {
        jdbc.sql("update worker set active = false, password = null where account_id = :account")
                .param("account", accountId)
                .update();
        jdbc.sql("update role_holding set held_until = now() where account_id = :account and held_until is null")
                .param("account", accountId)
                .update();
    }

    /** @throws IllegalArgumentException when the team is not of the role's kind */
    @Transactional
    public void give(String accountId, PracticeRole role, Team team) {
        if (role.teamKind() != team.kind()) {
            throw new IllegalArgumentException("%s cannot be held in %s"
                    .formatted(role.title(), team.kind().title()));
        }
        jdbc.sql("""
                        insert into role_holding (account_id, role, team_id) values (:account, :role, :team)
                        on conflict do nothing
                        """)
                .param("account", accountId)
                .param("role", role.id())
                .param("team", team.id())
                .update();
    }

    @Transactional
    public void take(String accountId, PracticeRole role, String teamId) {
        jdbc.sql("""
                        update role_holding set held_until = now()
                        where account_id = :account and role = :role and team_id = :team and held_until is null
                        """)
                .param("account", accountId)
                .param("role", role.id())
                .param("team", teamId)
                .update();
    }

    static Worker worker(ResultSet row, int number) throws SQLException {
        return new Worker(
                row.getString("account_id"), row.getString("name"), row.getString("email"), row.getBoolean("active"));
    }
}
