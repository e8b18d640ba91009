package org.familypathways.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The teams of the department. */
@Repository
public class Teams {

    private static final String TEAM = "select t.id, t.name, t.kind, t.area from team t ";

    private final JdbcClient jdbc;
    private final PeopleLog log;
    private final ApplicationEventPublisher events;

    Teams(JdbcClient jdbc, PeopleLog log, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.log = log;
        this.events = events;
    }

    public Optional<Team> find(String teamId) {
        return jdbc.sql(TEAM + "where t.id = :id")
                .param("id", teamId)
                .query(Teams::team)
                .optional();
    }

    /** Every team, by kind and name. */
    public List<Team> all() {
        return jdbc.sql(TEAM + "order by t.kind, t.name").query(Teams::team).list();
    }

    /** The areas into which the authority is divided, in alphabetical order. */
    public List<String> areas() {
        return jdbc.sql("select distinct area from team where area is not null order by area")
                .query(String.class)
                .list();
    }

    /** The team of that kind which serves the area; none as the area means the whole authority. */
    public Optional<Team> inArea(TeamKind kind, @Nullable String area) {
        return jdbc.sql(TEAM + "where t.kind = :kind and coalesce(t.area, '') = coalesce(:area::text, '')")
                .param("kind", kind.id())
                .param("area", area)
                .query(Teams::team)
                .optional();
    }

    /** Adds a team, or leaves it as it is when there is one with that id already. */
    @Transactional
    public void add(Team team) {
        int added = jdbc.sql("""
                        insert into team (id, name, kind, area) values (:id, :name, :kind, :area)
                        on conflict (id) do nothing
                        """)
                .param("id", team.id())
                .param("name", team.name())
                .param("kind", team.kind().id())
                .param("area", team.area())
                .update();
        if (added > 0) {
            log.ofTeam(team.id(), "Added", null, described(team));
            events.publishEvent(new TeamAdded(team));
            events.publishEvent(new AreasChanged());
        }
    }

    /** Another name or area for a team; it stays the same team, of the same kind. */
    @Transactional
    public void change(Team team) {
        Team before = find(team.id()).orElseThrow();
        jdbc.sql("update team set name = :name, area = :area where id = :id")
                .param("name", team.name())
                .param("area", team.area())
                .param("id", team.id())
                .update();
        if (!described(before).equals(described(team))) {
            log.ofTeam(team.id(), "Name or area changed", described(before), described(team));
        }
        if (!Objects.equals(before.area(), team.area())) {
            events.publishEvent(new AreasChanged());
        }
    }

    /** A team without anybody serves no family that another team could serve. */
    @EventListener
    void followFirstAndLast(RoleChanged changed) {
        boolean others = jdbc.sql("""
                        select exists (select from role_holding h join worker w on w.account_id = h.account_id and w.active
                          where h.team_id = :team and h.held_until is null and h.account_id <> :account)
                        """)
                .param("team", changed.teamId())
                .param("account", changed.accountId())
                .query(Boolean.class)
                .single();
        if (!others) {
            events.publishEvent(new AreasChanged());
        }
    }

    private static String described(Team team) {
        return "%s, %s".formatted(team.name(), team.area() == null ? "the whole authority" : "area " + team.area());
    }

    static Team team(ResultSet row, int number) throws SQLException {
        return new Team(
                row.getString("id"),
                row.getString("name"),
                TeamKind.of(row.getString("kind")).orElseThrow(),
                row.getString("area"));
    }
}
