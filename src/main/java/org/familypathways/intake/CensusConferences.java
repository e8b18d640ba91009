package org.familypathways.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.familypathways.practicefact.PracticeFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The initial conferences that census files brought, each once per child and episode, however often it comes. */
@Repository
class CensusConferences {

    private final JdbcClient jdbc;
    private final PracticeFacts facts;

    CensusConferences(JdbcClient jdbc, PracticeFacts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    /** @return how many of them are new; each of these is a practice fact as well */
    int keep(long importId, List<BroughtChild> brought) {
        var conferences = brought.stream().flatMap(CensusConferences::of).toList();
        var fresh = jdbc.sql("""
                        insert into census_conference (child_id, referred_on, held_on, plan_made, import_id)
                        select held.*, :import from unnest(:children, :referrals::date[], :days::date[], :plans)
                          as held (child_id, referred_on, held_on, plan_made)
                        on conflict do nothing returning child_id, referred_on, held_on, plan_made
                        """)
                .param("import", importId)
                .param("children", conferences.stream().map(Conference::childId).toArray(String[]::new))
                .param("referrals", days(conferences.stream().map(Conference::referredOn)))
                .param("days", days(conferences.stream().map(Conference::heldOn)))
                .param("plans", conferences.stream().map(Conference::planMade).toArray(Boolean[]::new))
                .query(CensusConferences::read)
                .list();
        var families = new HashMap<String, String>();
        brought.forEach(each -> families.put(each.childId(), each.familyId()));
        facts.recordAll(fresh.stream()
                .map(conference -> new InitialConferenceHeld(
                        Objects.requireNonNull(families.get(conference.childId())),
                        conference.childId(),
                        conference.heldOn(),
                        conference.referredOn()))
                .toList());
        return fresh.size();
    }

    private static Stream<Conference> of(BroughtChild brought) {
        return brought.child().episodes().stream()
                .flatMap(episode -> episode.conferences()
                        .map(day -> new Conference(
                                brought.childId(),
                                Objects.requireNonNull(episode.referredOn()),
                                day,
                                episode.protectionPlans().stream().anyMatch(plan -> day.equals(plan.startedOn())))));
    }

    private static String[] days(Stream<LocalDate> days) {
        return days.map(LocalDate::toString).toArray(String[]::new);
    }

    private static Conference read(ResultSet row, int number) throws SQLException {
        return new Conference(
                row.getString("child_id"),
                row.getObject("referred_on", LocalDate.class),
                row.getObject("held_on", LocalDate.class),
                row.getBoolean("plan_made"));
    }

    private record Conference(String childId, LocalDate referredOn, LocalDate heldOn, boolean planMade) {}
}
