package org.familypathways.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who works here, and the roles that they hold in their teams. */
@Repository
public class Workers {

    private static final String WORKER = "select w.account_id, w.name, w.email, w.active from worker w ";
    private static final String FOUND =
            "where position(lower(:words) in lower(w.name)) > 0 or position(lower(:words) in w.account_id) > 0 ";

    private final JdbcClient jdbc;
    private final Administrators administrators;
    private final PeopleLog log;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Workers(
            JdbcClient jdbc,
            Administrators administrators,
            PeopleLog log,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.administrators = administrators;
        this.log = log;
        this.clock = clock;
        this.events = events;
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
                        """).param("account", accountId).query(Workers::holding).list();
    }

    /**
     * The roles with which the worker works: their own, and those of the workers for whom they act while these are away.
     * Nobody looks after the system, or after models, for somebody else.
     */
    public List<RoleHolding> workingHoldings(String accountId) {
        return workingHoldings(accountId, Set.of());
    }

    /** The same, without what these workers would lend. */
    public List<RoleHolding> workingHoldings(String accountId, Set<String> except) {
        return jdbc
                .sql("""
                        select distinct h.role, h.team_id, h.account_id = :account as own
                        from role_holding h join worker w on w.account_id = h.account_id
                        where h.held_until is null and w.active
                          and exists (select from worker me where me.account_id = :account and me.active)
                          and (h.account_id = :account or h.account_id <> all(:except) and h.account_id in (
                            select a.account_id from absence a where a.deputy_id = :account and a.ended_at is null
                              and :today between a.from_day and a.until_day))
                        order by h.role, h.team_id
                        """)
                .param("account", accountId)
                .param("except", except.toArray(String[]::new))
                .param("today", LocalDate.now(clock))
                .query((row, number) -> Map.entry(holding(row, number), row.getBoolean("own")))
                .list()
                .stream()
                .filter(holding -> holding.getValue() || holding.getKey().role().canBeActedFor())
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
    }

    /** Whether the worker holds the role in any team. */
    public boolean holds(String accountId, PracticeRole role) {
        return holdings(accountId).stream().anyMatch(holding -> holding.role() == role);
    }

    /** Those whose name or account holds these words, also those who have left; all when there are no words. By name. */
    public List<Worker> search(String words, int offset, int limit) {
        return jdbc.sql(WORKER + FOUND + "order by w.name, w.account_id offset :offset limit :limit")
                .param("words", words)
                .param("offset", offset)
                .param("limit", limit)
                .query(Workers::worker)
                .list();
    }

    public int countOf(String words) {
        return jdbc.sql("select count(*) from worker w " + FOUND)
                .param("words", words)
                .query(Integer.class)
                .single();
    }

    /** Everybody who holds a role in the team, by name. */
    public List<Member> members(String teamId) {
        return jdbc.sql(WORKER.replace(" from", ", h.role from") + """
                        join role_holding h on h.account_id = w.account_id and h.held_until is null
                        where w.active and h.team_id = :team order by w.name, w.account_id, h.role
                        """)
                .param("team", teamId)
                .query((row, number) -> new Member(
                        worker(row, number),
                        PracticeRole.of(row.getString("role")).orElseThrow()))
                .list();
    }

    /** Everybody who is in one of the engine's groups by a role of their own. */
    public List<Worker> inGroups(Collection<String> groups) {
        return jdbc.sql(WORKER + """
                        where w.active and exists (select from role_holding h where h.account_id = w.account_id
                          and h.held_until is null and h.role || '.' || h.team_id = any(:groups))
                        order by w.name, w.account_id
                        """)
                .param("groups", groups.toArray(String[]::new))
                .query(Workers::worker)
                .list();
    }

    /** Whether somebody else than these is in one of the groups by a role of their own. */
    public boolean isAnybodyIn(Collection<String> groups, Collection<String> elseThan) {
        return jdbc.sql("""
                        select exists (select from role_holding h join worker w on w.account_id = h.account_id and w.active
                          where h.held_until is null and h.role || '.' || h.team_id = any(:groups)
                            and h.account_id <> all(:others))
                        """)
                .param("groups", groups.toArray(String[]::new))
                .param("others", elseThan.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** A worker in a team. */
    public record Member(Worker worker, PracticeRole role) {}

    /** The accounts of those who are leaving and still work here. */
    public Set<String> leaving() {
        return jdbc.sql("select account_id from worker where active and leaving")
                .query(String.class)
                .set();
    }

    /** Whether somebody manages a team to which the other belongs. */
    public boolean manages(String manager, String accountId) {
        var teams = holdings(accountId).stream().map(RoleHolding::teamId).toList();
        return holdings(manager).stream()
                .anyMatch(holding -> holding.role().managesTeam() && teams.contains(holding.teamId()));
    }

    /** Adds a worker, or takes back somebody who had left. They cannot sign in until they have a password. */
    @Transactional
    public void join(Worker worker) {
        Worker before = find(worker.accountId()).orElse(null);
        jdbc.sql("""
                        insert into worker (account_id, name, email) values (:account, :name, :email)
                        on conflict (account_id) do update
                          set name = :name, email = :email, active = true, leaving = worker.leaving and worker.active
                        """)
                .param("account", worker.accountId())
                .param("name", worker.name())
                .param("email", worker.email())
                .update();
        if (before == null) {
            log.ofWorker(worker.accountId(), "Added", null, described(worker));
        } else if (!before.active()) {
            log.ofWorker(worker.accountId(), "Taken back", described(before), described(worker));
        } else if (!described(before).equals(described(worker))) {
            log.ofWorker(worker.accountId(), "Name or e-mail changed", described(before), described(worker));
        }
    }

    private static String described(Worker worker) {
        return worker.email() == null ? worker.name() : "%s, %s".formatted(worker.name(), worker.email());
    }

    /** Says that somebody is leaving, or that they stay after all. They work on until they have left. */
    @Transactional
    public void markLeaving(String accountId, boolean leaving) {
        int changed = jdbc.sql("""
                        update worker set leaving = :leaving
                        where account_id = :account and active and leaving <> :leaving
                        """)
                .param("leaving", leaving)
                .param("account", accountId)
                .update();
        if (changed > 0) {
            log.ofWorker(accountId, leaving ? "Is leaving" : "Stays", null, null);
        }
    }

    /**
     * From now on this worker cannot sign in and holds no role; their password is no longer worth anything. What is still
     * in their hands goes back to their teams.
     *
     * @throws LastAdministratorException when nobody could look after the people any more
     */
    @Transactional
    public void leave(String accountId) {
        administrators.change(() -> {
            int left = jdbc.sql("""
                            update worker set active = false, leaving = false, password = null
                            where account_id = :account and active
                            """).param("account", accountId).update();
            var held = jdbc.sql("""
                            update role_holding set held_until = now() where account_id = :account and held_until is null
                            returning role, team_id
                            """)
                    .param("account", accountId)
                    .query(Workers::holding)
                    .list();
            if (left > 0) {
                log.ofWorker(accountId, "Left", null, null);
                events.publishEvent(new WorkerLeft(accountId));
                events.publishEvent(new RightsLost(accountId));
            }
            held.forEach(each -> events.publishEvent(new RoleChanged(accountId, each.role(), each.teamId())));
        });
    }

    /** @throws IllegalArgumentException when the team is not of the role's kind */
    @Transactional
    public void give(String accountId, PracticeRole role, Team team) {
        if (role.teamKind() != team.kind()) {
            throw new IllegalArgumentException("%s cannot be held in %s"
                    .formatted(role.title(), team.kind().title()));
        }
        int given = jdbc.sql("""
                        insert into role_holding (account_id, role, team_id) values (:account, :role, :team)
                        on conflict do nothing
                        """)
                .param("account", accountId)
                .param("role", role.id())
                .param("team", team.id())
                .update();
        if (given > 0) {
            log.ofMember(accountId, team.id(), "Role given", null, held(role, team.id()));
            events.publishEvent(new RoleChanged(accountId, role, team.id()));
        }
    }

    /** @throws LastAdministratorException when nobody could look after the people any more */
    @Transactional
    public void take(String accountId, PracticeRole role, String teamId) {
        Runnable take = () -> {
            int taken = jdbc.sql("""
                            update role_holding set held_until = now()
                            where account_id = :account and role = :role and team_id = :team and held_until is null
                            """)
                    .param("account", accountId)
                    .param("role", role.id())
                    .param("team", teamId)
                    .update();
            if (taken > 0) {
                log.ofMember(accountId, teamId, "Role taken", held(role, teamId), null);
                events.publishEvent(new RightsLost(accountId));
                events.publishEvent(new RoleChanged(accountId, role, teamId));
            }
        };
        if (role == PracticeRole.ADMINISTRATOR) {
            administrators.change(take);
        } else {
            take.run();
        }
    }

    private String held(PracticeRole role, String teamId) {
        String team = jdbc.sql("select name from team where id = :id")
                .param("id", teamId)
                .query(String.class)
                .single();
        return "%s, %s".formatted(role.title(), team);
    }

    private static RoleHolding holding(ResultSet row, int number) throws SQLException {
        return new RoleHolding(PracticeRole.of(row.getString("role")).orElseThrow(), row.getString("team_id"));
    }

    static Worker worker(ResultSet row, int number) throws SQLException {
        return new Worker(
                row.getString("account_id"), row.getString("name"), row.getString("email"), row.getBoolean("active"));
    }
}
