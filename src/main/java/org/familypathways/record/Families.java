package org.familypathways.record;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.familypathways.access.AreasChanged;
import org.familypathways.access.FamilyTeams;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The families of the department. */
@Service
public class Families {

    private final JdbcClient jdbc;
    private final FamilyTeams teams;
    private final Clock clock;

    Families(JdbcClient jdbc, FamilyTeams teams, Clock clock) {
        this.jdbc = jdbc;
        this.teams = teams;
        this.clock = clock;
    }

    /** Opens a record; the teams of the area serve the family from now on. */
    @Transactional
    public Family create(String area) {
        String id = jdbc.sql("select next_reference('F', 'family_number')")
                .query(String.class)
                .single();
        var family = new Family(id, area, clock.instant());
        jdbc.sql("insert into family (id, area, created_at) values (:id, :area, :createdAt)")
                .param("id", id)
                .param("area", area)
                .param("createdAt", Timestamp.from(family.createdAt()))
                .update();
        teams.serveAll(List.of(id), area);
        return family;
    }

    public Optional<Family> find(String id) {
        return jdbc.sql("select id, area, created_at from family where id = :id")
                .param("id", id)
                .query((row, number) -> new Family(
                        row.getString("id"),
                        row.getString("area"),
                        row.getTimestamp("created_at").toInstant()))
                .optional();
    }

    /** The area in which the family lives from now on; its teams follow. */
    void move(String id, String area) {
        teams.serve(id, area);
        jdbc.sql("update family set area = :area where id = :id")
                .param("area", area)
                .param("id", id)
                .update();
    }

    /** Families are served by the teams of their area also when these have changed. */
    @EventListener
    void follow(AreasChanged changed) {
        jdbc.sql("select area, array_agg(id) as families from family group by area")
                .query((row, number) -> Map.entry(row.getString("area"), (String[])
                        row.getArray("families").getArray()))
                .list()
                .forEach(area -> teams.followArea(area.getKey(), List.of(area.getValue())));
    }
}
