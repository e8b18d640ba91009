package org.familypathways.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The teams of the department. */
@Repository
public class Teams {

    private static final String TEAM = "select t.id, t.name, t.kind, t.area from team t ";

    private final JdbcClient jdbc;

    Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** Adds a team, or leaves it as it is when there is one with that id already. */
    public void add(Team team) {
        jdbc.sql("""
                        insert into team (id, name, kind, area) values (:id, :name, :kind, :area)
                        on conflict (id) do nothing
                        """)
                .param("id", team.id())
                .param("name", team.name())
                .param("kind", team.kind().id())
                .param("area", team.area())
                .update();
    }

    static Team team(ResultSet row, int number) throws SQLException {
        return new Team(
                row.getString("id"),
                row.getString("name"),
                TeamKind.of(row.getString("kind")).orElseThrow(),
                row.getString("area"));
    }
}
