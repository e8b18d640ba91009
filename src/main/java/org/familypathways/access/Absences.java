package org.familypathways.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When workers are away, and who acts for them meanwhile. A deputy sees and does what is the absent worker's, from the
 * first day to the last, and not an hour longer. A worker chooses a colleague of a team of their own; a manager of one of
 * their teams, or an administrator, may choose anybody.
 */
@Service
public class Absences {

    private static final String HOLDS = " and a.ended_at is null and :today between a.from_day and a.until_day";
    /** Somebody acts today for a worker who is away. */
    static final String ACTS =
            "join worker w on w.account_id = a.account_id and w.active where a.deputy_id = :deputy" + HOLDS;

    private static final String ABSENCE =
            "select a.id, a.account_id, a.from_day, a.until_day, a.deputy_id from absence a ";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final JdbcClient jdbc;
    private final Workers workers;
    private final PeopleLog log;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Absences(JdbcClient jdbc, Workers workers, PeopleLog log, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.workers = workers;
        this.log = log;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A time in which a worker is away; days in England, the last one included.
     *
     * @param deputyId the account of whoever acts for them; null when nobody does
     */
    public record Absence(
            long id,
            String accountId,
            LocalDate fromDay,
            LocalDate untilDay,
            @Nullable String deputyId) {}

    /** Those of the worker that hold now or are to come, the first one first. */
    public List<Absence> ofWorker(String accountId) {
        return jdbc.sql(ABSENCE + """
                        where a.account_id = :account and a.ended_at is null and a.until_day >= :today
                        order by a.from_day, a.id
                        """)
                .param("account", accountId)
                .param("today", today())
                .query(Absences::absence)
                .list();
    }

    /** Those in which the worker acts for somebody now or is to act, the first one first. */
    public List<Absence> ofDeputy(String deputy) {
        return jdbc.sql(ABSENCE + """
                        where a.deputy_id = :deputy and a.ended_at is null and a.until_day >= :today
                        order by a.from_day, a.id
                        """)
                .param("deputy", deputy)
                .param("today", today())
                .query(Absences::absence)
                .list();
    }

    /** Those of today in which nobody acts for a worker of a team that this manager manages. */
    public List<Absence> withoutDeputy(String manager) {
        var teams = workers.holdings(manager).stream()
                .filter(holding -> holding.role().managesTeam())
                .map(RoleHolding::teamId)
                .toArray(String[]::new);
        if (teams.length == 0) {
            return List.of();
        }
        return jdbc.sql(ABSENCE + """
                        where a.deputy_id is null and a.account_id <> :manager
                          and exists (select from role_holding h join worker w on w.account_id = h.account_id and w.active
                            where h.account_id = a.account_id and h.held_until is null and h.team_id = any(:teams))
                        """ + HOLDS + " order by a.until_day, a.id")
                .param("manager", manager)
                .param("teams", teams)
                .param("today", today())
                .query(Absences::absence)
                .list();
    }

    /** Those in which the worker acts for somebody today. */
    public List<Absence> actedForBy(String deputy) {
        return jdbc.sql(ABSENCE + ACTS + " order by a.until_day, a.id")
                .param("deputy", deputy)
                .param("today", today())
                .query(Absences::absence)
                .list();
    }

    /** The accounts of those for whom the worker acts today. */
    public List<String> actsFor(String deputy) {
        return actedForBy(deputy).stream().map(Absence::accountId).distinct().toList();
    }

    /** The accounts of those who act today for one of these workers. */
    public List<String> deputiesOf(Collection<String> accountIds) {
        return jdbc.sql(
                        "select distinct a.deputy_id from absence a join worker w on w.account_id = a.deputy_id and w.active"
                                + " where a.account_id = any(:accounts)" + HOLDS + " order by a.deputy_id")
                .param("accounts", accountIds.toArray(String[]::new))
                .param("today", today())
                .query(String.class)
                .list();
    }

    /** Whether the signed-in worker may say when that worker is away. */
    public boolean maySet(String accountId) {
        return CurrentWorker.accountId()
                .filter(me -> me.equals(accountId) || choosesFreely(me, accountId))
                .isPresent();
    }

    private boolean choosesFreely(String me, String accountId) {
        return workers.holds(me, PracticeRole.ADMINISTRATOR) || !me.equals(accountId) && workers.manages(me, accountId);
    }

    /** Those whom the signed-in worker may choose to act for that worker, by name. */
    public List<Worker> deputies(String accountId) {
        requireMaySet(accountId);
        boolean freely = choosesFreely(me(), accountId);
        var teams =
                workers.holdings(accountId).stream().map(RoleHolding::teamId).toList();
        var colleagues = teams.stream()
                .flatMap(team -> workers.members(team).stream())
                .map(member -> member.worker().accountId())
                .toList();
        return workers.active().stream()
                .filter(worker -> !worker.accountId().equals(accountId))
                .filter(worker -> freely || colleagues.contains(worker.accountId()))
                .toList();
    }

    /**
     * Says when a worker is away.
     *
     * @param deputy the account of whoever acts for them meanwhile; null for nobody
     * @throws AbsenceRefused with a sentence when it cannot be kept like this
     */
    @Transactional
    public void set(String accountId, LocalDate from, LocalDate until, @Nullable String deputy) {
        requireMaySet(accountId);
        boolean worksHere = jdbc.sql("select active from worker where account_id = :account for update")
                .param("account", accountId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (!worksHere) {
            throw new AbsenceRefused("Nobody with that account works here.");
        }
        if (until.isBefore(from)) {
            throw new AbsenceRefused("The last day must not be before the first day.");
        }
        if (until.isBefore(today())) {
            throw new AbsenceRefused("The last day must be today or later.");
        }
        if (from.plusYears(1).isBefore(until)) {
            throw new AbsenceRefused("An absence is no longer than a year. Check the years.");
        }
        if (ofWorker(accountId).stream()
                .anyMatch(known ->
                        !known.fromDay().isAfter(until) && !known.untilDay().isBefore(from))) {
            throw new AbsenceRefused("There is another absence in these days. End that one first.");
        }
        if (deputy != null
                && deputies(accountId).stream()
                        .noneMatch(choice -> choice.accountId().equals(deputy))) {
            throw new AbsenceRefused(
                    "Choose somebody from the list: a colleague of one of the worker’s teams, or whom their"
                            + " manager chooses.");
        }
        begin(new Absence(0, accountId, from, until, deputy), me());
    }

    private void begin(Absence absence, String by) {
        jdbc.sql("""
                        insert into absence (account_id, from_day, until_day, deputy_id, set_by, set_at)
                        values (:account, :from, :until, :deputy, :by, :now)
                        """)
                .param("account", absence.accountId())
                .param("from", absence.fromDay())
                .param("until", absence.untilDay())
                .param("deputy", absence.deputyId())
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        logged("Absence set", absence, true);
    }

    /** Ends an absence, or takes back one that is to come. Whoever acted for the worker stops at once. */
    @Transactional
    public void end(long id) {
        Absence absence = find(id).orElseThrow(() -> new AbsenceRefused("This absence has ended already."));
        requireMaySet(absence.accountId());
        end(absence, me());
    }

    /** Whoever has left is not away, and acts for nobody. Those for whom they acted stay away, with nobody who acts for them. */
    @EventListener
    void end(WorkerLeft left) {
        String by = CurrentWorker.accountId().orElse("system");
        ofWorker(left.accountId()).forEach(absence -> end(absence, by));
        ofDeputy(left.accountId()).forEach(absence -> {
            end(absence, by);
            LocalDate from = absence.fromDay().isBefore(today()) ? today() : absence.fromDay();
            begin(new Absence(0, absence.accountId(), from, absence.untilDay(), null), by);
        });
    }

    private void end(Absence absence, String by) {
        jdbc.sql("update absence set ended_by = :by, ended_at = :now where id = :id and ended_at is null")
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", absence.id())
                .update();
        logged("Absence ended", absence, false);
        if (absence.deputyId() != null) {
            events.publishEvent(new RightsLost(absence.deputyId()));
        }
    }

    private Optional<Absence> find(long id) {
        return jdbc.sql(ABSENCE + "where a.id = :id and a.ended_at is null")
                .param("id", id)
                .query(Absences::absence)
                .optional();
    }

    private void logged(String what, Absence absence, boolean begins) {
        String deputy = absence.deputyId();
        String words = "%s to %s".formatted(DAY.format(absence.fromDay()), DAY.format(absence.untilDay()));
        if (deputy != null) {
            var names = workers.names(List.of(absence.accountId(), deputy));
            words += ", %s for %s".formatted(names.get(deputy), names.get(absence.accountId()));
        }
        log.ofWorker(absence.accountId(), what, begins ? null : words, begins ? words : null);
        if (deputy != null) {
            log.ofWorker(
                    deputy,
                    begins ? "Acts for somebody" : "Acts for somebody no more",
                    begins ? null : words,
                    begins ? words : null);
        }
    }

    private void requireMaySet(String accountId) {
        if (!maySet(accountId)) {
            throw new AccessDeniedException("Only the worker, their manager or an administrator may do this.");
        }
    }

    private static String me() {
        return CurrentWorker.accountId().orElseThrow(() -> new AccessDeniedException("Sign in first."));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getString("account_id"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("deputy_id"));
    }
}
