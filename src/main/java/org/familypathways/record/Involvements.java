package org.familypathways.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.familypathways.access.FamilyInvolvements;
import org.familypathways.access.PracticeRole;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who works with which family, in which role, from when until when. */
@Service
public class Involvements implements FamilyInvolvements {

    /** One worker's part in a family's case; days in England, the last one included. */
    public record Involvement(
            String accountId,
            String role,
            LocalDate fromDay,
            @Nullable LocalDate untilDay) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Involvements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * From today; nothing changes, and the answer is no, when the worker is already involved in that role, or has left.
     */
    public boolean begin(String familyId, String accountId, PracticeRole role) {
        int begun = jdbc.sql("""
                        insert into involvement (family_id, account_id, role, from_day)
                        select :family, account_id, :role, :today from worker
                        where account_id = :account and active for share
                        on conflict (family_id, account_id, role) where until_day is null do nothing
                        """)
                .param("family", familyId)
                .param("account", accountId)
                .param("role", role.id())
                .param("today", LocalDate.now(clock))
                .update();
        return begun > 0;
    }

    /** Today is the last day; the answer is no when the worker was not involved in that role. */
    public boolean end(String familyId, String accountId, PracticeRole role) {
        int ended = jdbc.sql("""
                        update involvement set until_day = :today
                        where family_id = :family and account_id = :account and role = :role and until_day is null
                        """)
                .param("today", LocalDate.now(clock))
                .param("family", familyId)
                .param("account", accountId)
                .param("role", role.id())
                .update();
        return ended > 0;
    }

    /** Present ones first. */
    public List<Involvement> ofFamily(String familyId) {
        return jdbc.sql("""
                        select account_id, role, from_day, until_day from involvement where family_id = :family
                        order by until_day desc nulls first, from_day, id
                        """).param("family", familyId).query(Involvement.class).list();
    }

    /** A part that a worker has in a family's case today. */
    public record Part(String familyId, PracticeRole role, LocalDate fromDay) {}

    /** By family. */
    public List<Part> ofWorker(String accountId) {
        return jdbc.sql("""
                        select family_id, role, from_day from involvement
                        where account_id = :account and until_day is null order by family_id, role
                        """)
                .param("account", accountId)
                .query((row, number) -> new Part(
                        row.getString("family_id"),
                        PracticeRole.of(row.getString("role")).orElseThrow(),
                        row.getObject("from_day", LocalDate.class)))
                .list();
    }

    /** The workers who have that part in the family's case today. */
    public List<String> inRole(String familyId, PracticeRole role) {
        return jdbc.sql("""
                        select account_id from involvement
                        where family_id = :family and role = :role and until_day is null order by from_day, id
                        """)
                .param("family", familyId)
                .param("role", role.id())
                .query(String.class)
                .list();
    }

    @Override
    public Set<String> familiesOf(String accountId) {
        return new HashSet<>(
                jdbc.sql("select family_id from involvement where account_id = :account and until_day is null")
                        .param("account", accountId)
                        .query(String.class)
                        .list());
    }

    @Override
    public boolean isInvolved(String accountId, String familyId) {
        return jdbc.sql("""
                        select exists (select from involvement
                        where account_id = :account and family_id = :family and until_day is null)
                        """)
                .param("account", accountId)
                .param("family", familyId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean hadAnotherPart(String accountId, String familyId, Collection<PracticeRole> roles) {
        return jdbc.sql("""
                        select exists (select from involvement
                        where account_id = :account and family_id = :family and role <> all(:roles))
                        """)
                .param("account", accountId)
                .param("family", familyId)
                .param("roles", roles.stream().map(PracticeRole::id).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }
}
