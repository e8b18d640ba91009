package org.familypathways.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which team of each kind serves a family. When that changes, the family's open tasks are offered anew. */
@Service
public class FamilyTeams {

    /** A team in which nobody works serves only where there is no other. */
    private static final String SERVING = """
            with serving as (select distinct on (kind) id, kind from team where area = :area or area is null
                             order by kind, not exists (select from role_holding h
                                 join worker w on w.account_id = h.account_id and w.active
                                 where h.team_id = team.id and h.held_until is null), area nulls last)
            """;

    private final JdbcClient jdbc;
    private final FamilyTurns turns;
    private final ApplicationEventPublisher events;

    FamilyTeams(JdbcClient jdbc, FamilyTurns turns, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.events = events;
    }

    /**
     * Gives the family, for every kind of team, the team of its area; a kind that has none there, or one in which nobody
     * works yet, is served by the team of the whole authority. Serves as well when a family moves to another area.
     */
    @Transactional
    public void serve(String familyId, String area) {
        turns.alone(familyId);
        jdbc.sql("update family_team set chosen = false where family_id = :family and served_until is null and chosen")
                .param("family", familyId)
                .update();
        follow(List.of(familyId), area);
        events.publishEvent(new FamilyOffersChanged(familyId));
    }

    /**
     * Gives the families of an area the teams that serve it now, but for teams that somebody chose for them.
     *
     * @return the families for which something changed
     */
    Set<String> follow(Collection<String> familyIds, String area) {
        var changed = new HashSet<>(jdbc.sql(SERVING + """
                        update family_team f set served_until = now() from serving s
                        where f.family_id = any(:families) and f.kind = s.kind and f.served_until is null
                          and f.team_id <> s.id and not f.chosen
                        returning f.family_id
                        """)
                .param("area", area)
                .param("families", familyIds.toArray(String[]::new))
                .query(String.class)
                .list());
        changed.addAll(jdbc.sql(SERVING + """
                        insert into family_team (family_id, kind, team_id)
                        select family, s.kind, s.id from unnest(:families) as family cross join serving s
                        where not exists (select from family_team f
                          where f.family_id = family and f.kind = s.kind and f.served_until is null)
                        returning family_id
                        """)
                .param("area", area)
                .param("families", familyIds.toArray(String[]::new))
                .query(String.class)
                .list());
        return changed;
    }

    /** The same when areas have got other teams; open tasks follow. */
    @Transactional
    public void followArea(String area, Collection<String> familyIds) {
        follow(familyIds, area).forEach(family -> events.publishEvent(new FamilyOffersChanged(family)));
    }

    /** The same for many families that are new, as an import brings them; nobody has work with them yet. */
    @Transactional
    public void serveAll(Collection<String> newFamilyIds, String area) {
        jdbc.sql(SERVING + """
                        insert into family_team (family_id, kind, team_id)
                        select family, s.kind, s.id from unnest(:families) as family cross join serving s
                        """)
                .param("families", newFamilyIds.toArray(String[]::new))
                .param("area", area)
                .update();
    }

    /** From now on this team serves the family instead of the one of its kind that did. */
    @Transactional
    public void serve(String familyId, Team team) {
        turns.alone(familyId);
        assign(familyId, team);
        events.publishEvent(new FamilyOffersChanged(familyId));
    }

    private void assign(String familyId, Team team) {
        if (teamOf(familyId, team.kind()).filter(team::equals).isPresent()) {
            return;
        }
        jdbc.sql("""
                        update family_team set served_until = now()
                        where family_id = :family and kind = :kind and served_until is null
                        """).param("family", familyId).param("kind", team.kind().id()).update();
        jdbc.sql("insert into family_team (family_id, kind, team_id, chosen) values (:family, :kind, :team, true)")
                .param("family", familyId)
                .param("kind", team.kind().id())
                .param("team", team.id())
                .update();
    }

    /** The teams, their roles, the restriction and the conflicts in one statement: whoever offers a task needs all of them. */
    public Serving serving(String familyId) {
        var teams = new ArrayList<Team>();
        var held = new HashSet<String>();
        var named = new HashSet<String>();
        var conflicted = new HashSet<String>();
        var restricted = new AtomicBoolean();
        jdbc.sql("""
                        select t.id, t.name, t.kind, t.area, null as restriction, null as account_id,
                          false as conflict, null as held
                        from family_team f join team t on t.id = f.team_id
                        where f.family_id = :family and f.served_until is null
                        union all
                        select null, null, null, null, r.id, p.account_id, false, null
                        from family_restriction r left join family_restriction_person p on p.restriction_id = r.id
                        where r.family_id = :family and r.lifted_at is null
                        union all
                        select null, null, null, null, null, c.account_id, true, null from family_conflict_now c
                        where c.family_id = :family
                        union all
                        select distinct null, null, null, null, null::bigint, null, false, h.role || '.' || h.team_id
                        from family_team f join role_holding h on h.team_id = f.team_id and h.held_until is null
                        join worker w on w.account_id = h.account_id and w.active
                        where f.family_id = :family and f.served_until is null
                          and not exists (select from family_conflict_now c
                            where c.account_id = h.account_id and c.family_id = :family)
                        order by 3
                        """).param("family", familyId).query(row -> {
            if (row.getString("held") != null) {
                held.add(row.getString("held"));
            } else if (row.getBoolean("conflict")) {
                conflicted.add(row.getString("account_id"));
            } else if (row.getObject("restriction") == null) {
                teams.add(Teams.team(row, 0));
            } else {
                restricted.set(true);
                Optional.ofNullable(row.getString("account_id")).ifPresent(named::add);
            }
        });
        named.removeAll(conflicted);
        return new Serving(teams, held, restricted.get() ? Optional.of(named) : Optional.empty(), conflicted);
    }

    /** The team of that kind which serves the family now. */
    public Optional<Team> teamOf(String familyId, TeamKind kind) {
        return teamsOf(familyId).stream().filter(team -> team.kind() == kind).findFirst();
    }

    /** Every team that serves the family now. */
    public List<Team> teamsOf(String familyId) {
        return jdbc.sql("""
                        select t.id, t.name, t.kind, t.area from family_team f join team t on t.id = f.team_id
                        where f.family_id = :family and f.served_until is null order by t.kind
                        """).param("family", familyId).query(Teams::team).list();
    }
}
