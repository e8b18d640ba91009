package org.familypathways.record;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.familypathways.access.FamilyTeams;
import org.familypathways.record.Episodes.Episode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts many children on record at once, as an import brings them: a few statements, however many they are. */
@Service
public class Arrivals {

    private final JdbcClient jdbc;
    private final FamilyTeams teams;
    private final Clock clock;

    Arrivals(JdbcClient jdbc, FamilyTeams teams, Clock clock) {
        this.jdbc = jdbc;
        this.teams = teams;
        this.clock = clock;
    }

    /** Where a child is on record. */
    public record Place(String childId, String familyId) {}

    /** Those children that are on record already, by the authority's own number. */
    public Map<String, Place> known(Collection<String> authorityChildIds) {
        var places = new HashMap<String, Place>();
        jdbc.sql("select id, family_id, authority_child_id from child where authority_child_id = any(:ids)")
                .param("ids", authorityChildIds.toArray(String[]::new))
                .query(row -> {
                    places.put(
                            row.getString("authority_child_id"),
                            new Place(row.getString("id"), row.getString("family_id")));
                });
        return places;
    }

    /**
     * Gives children whom a referral brought without the authority's number theirs, where the pupil number says who they
     * are. From then on they are known by it, as {@link ChildMatching} would find them.
     *
     * @param numbers the authority's own number by unique pupil number
     */
    @Transactional
    public void recognise(Map<String, String> numbers) {
        jdbc.sql("""
                        update child set authority_child_id = given.number
                        from unnest(:pupils, :numbers) as given (pupil, number)
                        where child.id = (select min(same.id) from child same
                            where same.unique_pupil_number = given.pupil and same.authority_child_id is null)
                          and not exists (select from child other where other.authority_child_id = given.number)
                        """)
                .param("pupils", numbers.keySet().toArray(String[]::new))
                .param("numbers", numbers.values().toArray(String[]::new))
                .update();
    }

    /**
     * Opens a record for each child and a family for each, until somebody links siblings.
     *
     * @param children none of whom is on record; each has an authority's number
     * @param area the area whose teams serve the families
     * @return where each is now, by the authority's number
     */
    @Transactional
    public Map<String, Place> open(List<NewChild> children, String area) {
        var families = numbers("F", "family_number", children.size());
        var ids = numbers("C", "child_number", children.size());
        jdbc.sql("insert into family (id, area, created_at) select id, :area, :now from unnest(:families) as id")
                .param("area", area)
                .param("now", Timestamp.from(clock.instant()))
                .param("families", families)
                .update();
        teams.serveAll(List.of(families), area);
        jdbc.sql("""
                        insert into child (id, family_id, birth_date, expected_birth_date, sex, authority_child_id,
                                           unique_pupil_number, created_at)
                        select child.*, :now
                        from unnest(:ids, :families, :births::date[], :expected::date[], :sexes, :numbers, :upns)
                          as child
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids)
                .param("families", families)
                .param("births", column(children, child -> text(child.birthDate())))
                .param("expected", column(children, child -> text(child.expectedBirthDate())))
                .param("sexes", column(children, NewChild::sex))
                .param("numbers", column(children, NewChild::authorityChildId))
                .param("upns", column(children, NewChild::uniquePupilNumber))
                .update();
        var places = new HashMap<String, Place>();
        for (int i = 0; i < ids.length; i++) {
            places.put(String.valueOf(children.get(i).authorityChildId()), new Place(ids[i], families[i]));
        }
        return places;
    }

    /**
     * Opens episodes. One that is known stays as it is, but is closed when it was open and has closed since.
     *
     * @param episodes each child and day of referral once
     * @return the children of those that are new, once for each
     */
    @Transactional
    public List<String> openEpisodes(List<Episode> episodes) {
        return jdbc
                .sql("""
                        insert into episode as known (child_id, referral_date, referral_source, primary_need, closed_on,
                                                      closure_reason)
                        select * from unnest(:children, :referrals::date[], :sources, :needs, :closures::date[], :reasons)
                        on conflict (child_id, referral_date) do update
                          set closed_on = excluded.closed_on, closure_reason = excluded.closure_reason
                          where known.closed_on is null and excluded.closed_on is not null
                        returning child_id, (xmax = 0) as is_new
                        """)
                .param("children", column(episodes, Episode::childId))
                .param("referrals", column(episodes, episode -> text(episode.referralDate())))
                .param("sources", column(episodes, Episode::referralSource))
                .param("needs", column(episodes, Episode::primaryNeed))
                .param("closures", column(episodes, episode -> text(episode.closedOn())))
                .param("reasons", column(episodes, Episode::closureReason))
                .query((row, number) -> row.getBoolean("is_new") ? row.getString("child_id") : "")
                .list()
                .stream()
                .filter(child -> !child.isEmpty())
                .toList();
    }

    private String[] numbers(String letter, String sequence, int count) {
        return jdbc.sql("select next_reference(:letter, :sequence::regclass) from generate_series(1, :count)")
                .param("letter", letter)
                .param("sequence", sequence)
                .param("count", count)
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
