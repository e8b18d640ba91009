package org.familypathways.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.familypathways.access.CurrentWorker;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What everybody must know of a family before they act or share. Those who answer for the case set and lift it with a
 * reason, for the family or for one of its people; every word of it is kept.
 */
@Service
public class FamilyFlags {

    private final JdbcClient jdbc;
    private final CaseManagers managers;
    private final Children children;
    private final NetworkMembers network;
    private final RecordNotes notes;
    private final Clock clock;

    FamilyFlags(
            JdbcClient jdbc,
            CaseManagers managers,
            Children children,
            NetworkMembers network,
            RecordNotes notes,
            Clock clock) {
        this.jdbc = jdbc;
        this.managers = managers;
        this.children = children;
        this.network = network;
        this.notes = notes;
        this.clock = clock;
    }

    /** @param about the reference of a child or another person; null when it is the whole family */
    public record SetFlag(
            long id, FamilyFlag flag, @Nullable String about, String reason, String setBy, Instant setAt) {}

    /** Those that hold now, in the order in which they were set. */
    public List<SetFlag> ofFamily(String familyId) {
        return jdbc.sql("""
                        select id, flag, person_id, reason, set_by, set_at from family_flag_now
                        where family_id = :family order by id
                        """).param("family", familyId).query(FamilyFlags::flag).list();
    }

    /**
     * Whether the person's usual address must not be used, because of them or of the whole family. A child is found where
     * the family is found, so what hides a child hides everybody.
     */
    public boolean hidesAddressOf(String familyId, String personId) {
        return ofFamily(familyId).stream()
                .filter(flag -> flag.about() == null
                        || Children.isChild(flag.about())
                        || flag.about().equals(personId))
                .anyMatch(flag -> flag.flag().hidesAddress());
    }

    /** Where letters may go, a line each; the usual address will not do while a flag hides it. */
    public List<String> letterLines(NetworkMember person) {
        return person.letterLines(!hidesAddressOf(person.familyId(), person.id()));
    }

    /** The people whom a flag can be about, by reference. */
    public Map<String, String> people(String familyId) {
        var people = new LinkedHashMap<String, String>();
        children.ofFamily(familyId).forEach(child -> people.put(child.id(), child.displayName()));
        network.ofFamily(familyId).forEach(person -> people.put(person.id(), person.displayName()));
        return people;
    }

    /**
     * Sets the flag; nothing changes when it is set already.
     *
     * @throws NotTheirCaseException when the signed-in worker does not answer for the case
     * @throws RecordChangeRefused with a sentence for the worker
     */
    @Transactional
    public void set(String familyId, FamilyFlag flag, @Nullable String about, String reason) {
        managers.require(familyId);
        if (reason.isBlank()) {
            throw new RecordChangeRefused("Say why everybody must know this.");
        }
        if (about != null && !people(familyId).containsKey(about)) {
            throw new RecordChangeRefused("Choose somebody of this family.");
        }
        jdbc.sql("select id from family where id = ? for update")
                .param(familyId)
                .query(String.class)
                .single();
        boolean known = ofFamily(familyId).stream()
                .anyMatch(each -> each.flag() == flag && Objects.equals(each.about(), about));
        if (known) {
            return;
        }
        jdbc.sql("""
                        insert into family_flag (family_id, person_id, flag, reason, set_by, set_at)
                        values (:family, :about, :flag, :reason, :by, :now)
                        """)
                .param("family", familyId)
                .param("about", about)
                .param("flag", flag.name())
                .param("reason", reason)
                .param("by", CurrentWorker.accountId().orElseThrow())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        notes.write(familyId, about, "flagSet", Map.of("whatToKnow", flag.title(), "reason", reason));
    }

    /** From now on this need not be heeded any more. */
    @Transactional
    public void lift(String familyId, long flagId, String reason) {
        managers.require(familyId);
        if (reason.isBlank()) {
            throw new RecordChangeRefused("Say why this need not be heeded any more.");
        }
        SetFlag flag = ofFamily(familyId).stream()
                .filter(each -> each.id() == flagId)
                .findFirst()
                .orElseThrow(() -> new RecordChangeRefused("Choose what need not be heeded any more."));
        int lifted = jdbc.sql("""
                        insert into family_flag_lifted (flag_id, lifted_by, lifted_at, reason)
                        values (:flag, :by, :now, :reason) on conflict do nothing
                        """)
                .param("flag", flagId)
                .param("by", CurrentWorker.accountId().orElseThrow())
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .update();
        if (lifted > 0) {
            notes.write(
                    familyId,
                    flag.about(),
                    "flagLifted",
                    Map.of("whatWasToKnow", flag.flag().title(), "reason", reason));
        }
    }

    /** Children of one family join another, and what must be known goes with them. */
    void carryOver(String from, String to) {
        jdbc.sql("""
                        insert into family_flag (family_id, person_id, flag, reason, set_by, set_at)
                        select :to, f.person_id, f.flag, f.reason, f.set_by, f.set_at from family_flag_now f
                        where f.family_id = :from and not exists (select from family_flag_now there
                          where there.family_id = :to and there.flag = f.flag
                            and there.person_id is not distinct from f.person_id)
                        """).param("from", from).param("to", to).update();
    }

    private static SetFlag flag(ResultSet row, int number) throws SQLException {
        return new SetFlag(
                row.getLong("id"),
                FamilyFlag.valueOf(row.getString("flag")),
                row.getString("person_id"),
                row.getString("reason"),
                row.getString("set_by"),
                row.getTimestamp("set_at").toInstant());
    }
}
