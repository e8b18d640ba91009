package org.familypathways.timescale;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.familypathways.access.CurrentWorker;
import org.familypathways.practicefact.PracticeFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The statutory clocks of every family. A case runs a clock of one code once at a time; starting it again gives the one
 * that runs. Everything happens in the caller's transaction.
 */
@Service
@Transactional
public class Clocks {

    private final ClockRows rows;
    private final Timescales timescales;
    private final WorkingDays days;
    private final Breaches breaches;
    private final CaseWork work;
    private final PracticeFacts facts;
    private final Clock time;

    Clocks(
            ClockRows rows,
            Timescales timescales,
            WorkingDays days,
            Breaches breaches,
            CaseWork work,
            PracticeFacts facts,
            Clock time) {
        this.rows = rows;
        this.timescales = timescales;
        this.days = days;
        this.breaches = breaches;
        this.work = work;
        this.facts = facts;
        this.time = time;
    }

    /**
     * Starts a clock on the day of its event, which may have been earlier; for a timescale that counts back, the day of
     * the event to come. A clock in hours starts now when that day is today, and else when that day began.
     *
     * @throws IllegalArgumentException when the table of timescales has no such code for that day, or a number that is
     *     no length of time
     */
    public StatutoryClock start(String code, ClockSubject subject, LocalDate startedOn) {
        boolean today = startedOn.equals(LocalDate.now(time));
        return start(code, subject, startedOn, today ? time.instant() : null);
    }

    /**
     * The clock that runs for the code, or one that starts today.
     *
     * @throws IllegalStateException for a timescale that counts back from an event to come: whoever knows the day of
     *     that event starts its clock
     */
    public StatutoryClock runningOrToday(String code, ClockSubject subject) {
        return rows.running(code, subject).orElseGet(() -> {
            LocalDate today = LocalDate.now(time);
            Timescale rule = timescales.on(code, today);
            if (rule.countsBack()) {
                throw new IllegalStateException(
                        "%s counts back from an event, so its clock starts when that day is known".formatted(code));
            }
            return begin(rule, subject, today, time.instant());
        });
    }

    /**
     * When a time ends that no worker can miss, for example the time that a family has to answer. No clock runs for it:
     * nobody is warned and nothing is late.
     *
     * @param from the day of its event, which is day 0
     * @throws IllegalArgumentException when the table of timescales has no such code for that day, or a number that is
     *     no length of time
     */
    @Transactional(readOnly = true)
    public Instant until(String code, LocalDate from) {
        return Deadline.of(timescales.on(code, from), from, null, LocalDate.now(time), days)
                .dueAt();
    }

    /** Starts a clock at an instant; only clocks in hours look at the time of day. */
    public StatutoryClock start(String code, ClockSubject subject, Instant startedAt) {
        return start(code, subject, startedAt.atZone(TimeConfiguration.ENGLAND).toLocalDate(), startedAt);
    }

    private StatutoryClock start(String code, ClockSubject subject, LocalDate startedOn, @Nullable Instant startedAt) {
        return rows.running(code, subject)
                .orElseGet(() -> begin(timescales.on(code, startedOn), subject, startedOn, startedAt));
    }

    private StatutoryClock begin(
            Timescale rule, ClockSubject subject, LocalDate startedOn, @Nullable Instant startedAt) {
        LocalDate today = LocalDate.now(time);
        Instant exactly = rule.unit() == TimescaleUnit.HOURS ? startedAt : null;
        Deadline deadline = Deadline.of(rule, startedOn, exactly, today, days);
        return rows.insert(subject, rule, startedOn, exactly, today, deadline, days.version())
                // somebody else started it at the same moment
                .or(() -> rows.running(rule.code(), subject))
                .orElseThrow();
    }

    /** The clock of the case that runs for the code; of several, the most urgent. */
    @Transactional(readOnly = true)
    public Optional<StatutoryClock> running(String code, String processInstanceId) {
        return running(code, new ClockSubject("", null, processInstanceId));
    }

    /** The clock that runs for the code and this child or person, or else for the whole case. */
    @Transactional(readOnly = true)
    public Optional<StatutoryClock> running(String code, ClockSubject subject) {
        return rows.running(code, subject);
    }

    @Transactional(readOnly = true)
    public Optional<StatutoryClock> find(long clockId) {
        return rows.find(clockId);
    }

    /** Every clock that ever ran for the family, the earliest due first. */
    @Transactional(readOnly = true)
    public List<StatutoryClock> ofFamily(String familyId) {
        return rows.ofFamily(familyId);
    }

    /** What the clocks of the code in this case waited for was done on that day, which may have been earlier. */
    public void meet(String code, String processInstanceId, LocalDate on) {
        meet(code, new ClockSubject("", null, processInstanceId), on, false);
    }

    /**
     * What the clocks waited for was done for this child or person.
     *
     * @param ownOnly leave a clock of the whole case running, because others are still to be done
     */
    public void meet(String code, ClockSubject subject, LocalDate on, boolean ownOnly) {
        for (StatutoryClock met : rows.meet(code, subject, on, ownOnly)) {
            boolean inTime = isInTime(met, on);
            facts.record(TimescaleMet.by(met, on, inTime), met.subject().processInstanceId());
            settle(met, inTime);
        }
    }

    private void settle(StatutoryClock clock, boolean inTime) {
        if (!inTime) {
            breaches.breach(clock);
        } else if (clock.isBreached()) {
            breaches.withdraw(clock);
        }
    }

    private boolean isInTime(StatutoryClock clock, LocalDate on) {
        boolean exact = clock.rule().unit() == TimescaleUnit.HOURS && on.equals(LocalDate.now(time));
        return exact ? !time.instant().isAfter(clock.dueAt()) : !on.isAfter(clock.dueOn());
    }

    /**
     * Moves a clock whose event was on another day than recorded, with the open tasks and timers that follow it. The
     * original due date is kept, and so is who corrected it and why.
     *
     * @throws IllegalArgumentException when there is no such clock
     * @throws IllegalStateException when it no longer applies
     */
    public StatutoryClock correctStart(long clockId, LocalDate newStart, String reason) {
        StatutoryClock clock =
                rows.hold(clockId).orElseThrow(() -> new IllegalArgumentException("No clock " + clockId));
        if (clock.status() == StatutoryClock.Status.STOPPED) {
            throw new IllegalStateException("Clock %d no longer applies".formatted(clockId));
        }
        Timescale rule = timescales
                .find(clock.rule().code(), newStart)
                .filter(row -> !row.effectiveFrom().equals(clock.rule().effectiveFrom()))
                .orElse(clock.rule());
        return move(
                clock, rule, newStart, null, reason, CurrentWorker.accountId().orElse("system"));
    }

    /** Works a running clock out again because the calendar changed. */
    void recompute(StatutoryClock clock) {
        move(
                clock,
                clock.rule(),
                clock.startedOn(),
                clock.startedAt(),
                "The calendar of bank holidays changed",
                "system");
    }

    private StatutoryClock move(
            StatutoryClock clock,
            Timescale rule,
            LocalDate startedOn,
            @Nullable Instant startedAt,
            String reason,
            String by) {
        Deadline deadline = Deadline.of(rule, startedOn, startedAt, clock.madeOn(), days);
        // a later stage is left to the next sweep, which also acts on it
        ClockStage stage = earlier(clock.stage(), deadline.stageAt(time.instant()));
        rows.move(clock.id(), rule, startedOn, startedAt, deadline, stage, days.version());
        StatutoryClock moved = rows.find(clock.id()).orElseThrow();
        if (!startedOn.equals(clock.startedOn()) || !moved.dueAt().equals(clock.dueAt())) {
            rows.keepCorrection(clock, startedOn, moved.dueAt(), reason, by);
            work.move(moved);
            follow(moved);
        }
        return moved;
    }

    private void follow(StatutoryClock moved) {
        LocalDate metOn = moved.metOn();
        if (metOn != null) {
            settle(moved, !metOn.isAfter(moved.dueOn()));
            return;
        }
        work.setPriority(moved, moved.stage().priority());
        if (moved.isBreached() && moved.stage() != ClockStage.BREACHED) {
            breaches.withdraw(moved);
        }
    }

    private static ClockStage earlier(ClockStage one, ClockStage other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The clock no longer applies to this case. What is already late stays late. */
    public void stop(String code, String processInstanceId, String reason) {
        rows.stop(processInstanceId, code, reason).forEach(this::breachIfLate);
    }

    /** The case has ended: none of its clocks applies any more. */
    public void stopAll(String processInstanceId, String reason) {
        rows.stop(processInstanceId, null, reason).forEach(this::breachIfLate);
    }

    private void breachIfLate(StatutoryClock stopped) {
        if (!stopped.breachAt().isAfter(time.instant())) {
            breaches.breach(stopped);
        }
    }

    /** A manager says why a clock was missed and accepts it. */
    public void explain(long clockId, String reasonCode, String acceptedBy) {
        rows.explain(clockId, reasonCode, acceptedBy);
    }
}
