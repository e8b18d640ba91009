package org.familypathways.timescale;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of clocks. */
@Repository
class ClockRows {

    private static final String OF_SUBJECT = """
            process_instance_id = :case and code = :code and status = 'RUNNING'
            and (:child::text is null or child_id is null or child_id = :child)
            and (:person::text is null or person_id is null or person_id = :person)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ClockRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins a clock, unless the same one runs already. */
    Optional<StatutoryClock> insert(
            ClockSubject subject,
            Timescale rule,
            LocalDate startedOn,
            @Nullable Instant startedAt,
            LocalDate madeOn,
            Deadline deadline,
            String calendar) {
        return jdbc.sql("""
                        insert into statutory_clock
                          (family_id, child_id, person_id, process_instance_id, code, rule_value, rule_unit, rule_name,
                           rule_start_event, rule_source, rule_basis, rule_effective_from, rule_table_version,
                           started_on, started_at, made_on, due_at, breach_at, first_warning_at, second_warning_at,
                           provisional, calendar)
                        values
                          (:family, :child, :person, :case, :code, :value, :unit, :name,
                           :startEvent, :source, :basis, :effectiveFrom, :tableVersion,
                           :startedOn, :startedAt, :madeOn, :dueAt, :breachAt, :firstWarningAt, :secondWarningAt,
                           :provisional, :calendar)
                        on conflict (process_instance_id, code, coalesce(child_id, ''), coalesce(person_id, ''))
                          where status = 'RUNNING' do nothing
                        returning *
                        """)
                .param("family", subject.familyId())
                .param("child", subject.childId())
                .param("person", subject.personId())
                .param("case", subject.processInstanceId())
                .param("code", rule.code())
                .param("value", rule.value())
                .param("unit", rule.unit().id())
                .param("name", rule.name())
                .param("startEvent", rule.startEvent())
                .param("source", rule.source())
                .param("basis", rule.basis().id())
                .param("effectiveFrom", rule.effectiveFrom())
                .param("tableVersion", rule.tableVersion())
                .param("startedOn", startedOn)
                .param("startedAt", startedAt == null ? null : Timestamp.from(startedAt))
                .param("madeOn", madeOn)
                .param("dueAt", Timestamp.from(deadline.dueAt()))
                .param("breachAt", Timestamp.from(deadline.breachAt()))
                .param("firstWarningAt", Timestamp.from(deadline.firstWarningAt()))
                .param("secondWarningAt", Timestamp.from(deadline.secondWarningAt()))
                .param("provisional", deadline.provisional())
                .param("calendar", calendar)
                .query(ClockRows::read)
                .optional();
    }

    /** The clock that runs for the subject, its own before one of the whole case, the most urgent first. */
    Optional<StatutoryClock> running(String code, ClockSubject subject) {
        return jdbc.sql("select * from statutory_clock where " + OF_SUBJECT
                        + " order by person_id nulls last, child_id nulls last, due_at limit 1")
                .param("case", subject.processInstanceId())
                .param("code", code)
                .param("child", subject.childId())
                .param("person", subject.personId())
                .query(ClockRows::read)
                .optional();
    }

    Optional<StatutoryClock> find(long id) {
        return jdbc.sql("select * from statutory_clock where id = :id")
                .param("id", id)
                .query(ClockRows::read)
                .optional();
    }

    /** The clock, held until the transaction ends. */
    Optional<StatutoryClock> hold(long id) {
        return jdbc.sql("select * from statutory_clock where id = :id for update")
                .param("id", id)
                .query(ClockRows::read)
                .optional();
    }

    List<StatutoryClock> ofFamily(String familyId) {
        return jdbc.sql("select * from statutory_clock where family_id = :family order by due_at, id")
                .param("family", familyId)
                .query(ClockRows::read)
                .list();
    }

    /** @param own only the clocks of this very child and person, not those of the whole case */
    List<StatutoryClock> meet(String code, ClockSubject subject, LocalDate on, boolean own) {
        return jdbc.sql("update statutory_clock set status = 'MET', met_on = :on, ended_at = :now where " + OF_SUBJECT
                        + " and (not :own or (child_id is not distinct from :child"
                        + " and person_id is not distinct from :person)) returning *")
                .param("on", on)
                .param("now", Timestamp.from(clock.instant()))
                .param("case", subject.processInstanceId())
                .param("code", code)
                .param("child", subject.childId())
                .param("person", subject.personId())
                .param("own", own)
                .query(ClockRows::read)
                .list();
    }

    /** @param code the clock that no longer applies, or null for every clock of the case */
    List<StatutoryClock> stop(String processInstanceId, @Nullable String code, String reason) {
        return jdbc.sql("""
                        update statutory_clock set status = 'STOPPED', stop_reason = :reason, ended_at = :now
                        where process_instance_id = :case and status = 'RUNNING' and (:code::text is null or code = :code)
                        returning *
                        """)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .param("case", processInstanceId)
                .param("code", code)
                .query(ClockRows::read)
                .list();
    }

    /** Takes clocks whose next stage has come, leaving alone those that another node or a worker holds. */
    List<StatutoryClock> advance(int atMost, Collection<Long> except) {
        return jdbc.sql("""
                        with next as (
                          select id from statutory_clock
                          where next_stage_at <= :now and id <> all (:except::bigint[])
                          order by next_stage_at limit :atMost
                          for update skip locked)
                        update statutory_clock clock
                        set stage = case when breach_at <= :now then 'BREACHED'
                                         when second_warning_at <= :now then 'SECOND_WARNING'
                                         else 'FIRST_WARNING' end
                        from next where clock.id = next.id
                        returning clock.*
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("except", except.toArray(Long[]::new))
                .param("atMost", atMost)
                .query(ClockRows::read)
                .list();
    }

    /** Marks a clock as breached; false when it was already. */
    boolean breach(long id) {
        return jdbc.sql("""
                        update statutory_clock set stage = 'BREACHED', breached_at = breach_at
                        where id = :id and breached_at is null
                        """).param("id", id).update() > 0;
    }

    /** Why it was missed goes with it; what the manager wrote stays an entry of the record. */
    void withdrawBreach(long id) {
        jdbc.sql("""
                        update statutory_clock set breached_at = null, breach_reason = null, breach_accepted_by = null
                        where id = :id
                        """).param("id", id).update();
    }

    void explain(long id, String reason, String acceptedBy) {
        jdbc.sql("update statutory_clock set breach_reason = :reason, breach_accepted_by = :by where id = :id")
                .param("reason", reason)
                .param("by", acceptedBy)
                .param("id", id)
                .update();
    }

    /** Keeps the clock's new dates; its first due date stays on the row. */
    void move(
            long id,
            Timescale rule,
            LocalDate startedOn,
            @Nullable Instant startedAt,
            Deadline deadline,
            ClockStage stage,
            String calendar) {
        jdbc.sql("""
                        update statutory_clock set
                          started_on = :startedOn, started_at = :startedAt,
                          rule_value = :value, rule_unit = :unit, rule_source = :source, rule_basis = :basis,
                          rule_effective_from = :effectiveFrom, rule_table_version = :tableVersion,
                          original_due_at = case when due_at <> :dueAt then coalesce(original_due_at, due_at)
                                                 else original_due_at end,
                          due_at = :dueAt, breach_at = :breachAt,
                          first_warning_at = :firstWarningAt, second_warning_at = :secondWarningAt,
                          provisional = :provisional, calendar = :calendar, stage = :stage
                        where id = :id
                        """)
                .param("id", id)
                .param("startedOn", startedOn)
                .param("startedAt", startedAt == null ? null : Timestamp.from(startedAt))
                .param("value", rule.value())
                .param("unit", rule.unit().id())
                .param("source", rule.source())
                .param("basis", rule.basis().id())
                .param("effectiveFrom", rule.effectiveFrom())
                .param("tableVersion", rule.tableVersion())
                .param("dueAt", Timestamp.from(deadline.dueAt()))
                .param("breachAt", Timestamp.from(deadline.breachAt()))
                .param("firstWarningAt", Timestamp.from(deadline.firstWarningAt()))
                .param("secondWarningAt", Timestamp.from(deadline.secondWarningAt()))
                .param("provisional", deadline.provisional())
                .param("calendar", calendar)
                .param("stage", stage.name())
                .update();
    }

    void keepCorrection(StatutoryClock before, LocalDate newStart, Instant newDue, String reason, String by) {
        jdbc.sql("""
                        insert into clock_correction
                          (clock_id, old_started_on, new_started_on, old_due_at, new_due_at, reason, corrected_by,
                           corrected_at)
                        values (:clock, :oldStart, :newStart, :oldDue, :newDue, :reason, :by, :now)
                        """)
                .param("clock", before.id())
                .param("oldStart", before.startedOn())
                .param("newStart", newStart)
                .param("oldDue", Timestamp.from(before.dueAt()))
                .param("newDue", Timestamp.from(newDue))
                .param("reason", reason)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Running clocks that were worked out with another calendar than the one in force. */
    List<StatutoryClock> ofAnotherCalendar(String calendar, int atMost) {
        return jdbc.sql("""
                        select * from statutory_clock where status = 'RUNNING' and calendar <> :calendar
                        order by id limit :atMost for update skip locked
                        """)
                .param("calendar", calendar)
                .param("atMost", atMost)
                .query(ClockRows::read)
                .list();
    }

    private static StatutoryClock read(ResultSet row, int number) throws SQLException {
        return new StatutoryClock(
                row.getLong("id"),
                new ClockSubject(
                        row.getString("family_id"),
                        row.getString("child_id"),
                        row.getString("person_id"),
                        row.getString("process_instance_id")),
                rule(row),
                row.getObject("started_on", LocalDate.class),
                instant(row, "started_at"),
                row.getObject("made_on", LocalDate.class),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("breach_at").toInstant(),
                row.getTimestamp("first_warning_at").toInstant(),
                row.getTimestamp("second_warning_at").toInstant(),
                row.getBoolean("provisional"),
                instant(row, "original_due_at"),
                StatutoryClock.Status.valueOf(row.getString("status")),
                ClockStage.valueOf(row.getString("stage")),
                row.getObject("met_on", LocalDate.class),
                instant(row, "breached_at"),
                row.getString("breach_reason"),
                row.getString("breach_accepted_by"),
                row.getString("stop_reason"));
    }

    private static Timescale rule(ResultSet row) throws SQLException {
        return new Timescale(
                row.getString("code"),
                row.getInt("rule_value"),
                TimescaleUnit.of(row.getString("rule_unit")),
                row.getString("rule_name"),
                row.getString("rule_start_event"),
                row.getString("rule_source"),
                TimescaleBasis.of(row.getString("rule_basis")),
                row.getObject("rule_effective_from", LocalDate.class),
                row.getInt("rule_table_version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
