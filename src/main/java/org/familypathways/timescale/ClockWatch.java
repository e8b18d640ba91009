package org.familypathways.timescale;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the clocks again and again: warns, makes tasks more urgent, and marks what was missed. Several nodes may
 * look at once; each clock is taken by one of them, and a node that fails in between leaves it as it was.
 */
@Component
public class ClockWatch {

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);
    private static final int BATCH = 50;

    private final ClockRows rows;
    private final Clocks clocks;
    private final Breaches breaches;
    private final CaseWork work;
    private final ClockNotices notices;
    private final WorkingDays days;
    private final TimescaleSettings settings;
    private final TransactionTemplate transaction;

    ClockWatch(
            ClockRows rows,
            Clocks clocks,
            Breaches breaches,
            CaseWork work,
            ClockNotices notices,
            WorkingDays days,
            TimescaleSettings settings,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.clocks = clocks;
        this.breaches = breaches;
        this.work = work;
        this.notices = notices;
        this.days = days;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Scheduled(
            fixedDelayString = "${familypathways.timescale.sweep-every:PT1M}",
            initialDelayString = "${familypathways.timescale.sweep-every:PT1M}")
    void look() {
        if (settings.sweep()) {
            sweep();
        }
    }

    /** A holiday may have been proclaimed, or a year confirmed, while the application was down. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.sweep()) {
            recompute();
        }
    }

    /** Acts on every clock whose next stage has come. */
    public void sweep() {
        var failed = new HashSet<Long>();
        int atMost = BATCH;
        while (true) {
            var taken = new HashSet<Long>();
            try {
                if (advance(atMost, failed, taken) == 0) {
                    return;
                }
            } catch (RuntimeException e) {
                if (taken.isEmpty()) {
                    // no clock's fault: the database does not answer, and the next look goes on
                    throw e;
                }
                // one clock that cannot be dealt with must not hold up the others
                if (atMost == 1) {
                    log.error("Clock {} could not be dealt with", taken, e);
                    failed.addAll(taken);
                }
                atMost = 1;
            }
        }
    }

    private int advance(int atMost, Set<Long> except, Set<Long> taken) {
        Integer count = transaction.execute(status -> {
            List<StatutoryClock> next = rows.advance(atMost, except);
            next.forEach(clock -> {
                taken.add(clock.id());
                act(clock);
            });
            return next.size();
        });
        return count == null ? 0 : count;
    }

    private void act(StatutoryClock clock) {
        work.raise(clock, clock.stage().priority());
        if (clock.stage() == ClockStage.BREACHED) {
            breaches.breach(clock);
        }
        notices.send(clock);
    }

    /** Works running clocks out again with the calendar in force, for example when a year was confirmed. */
    public void recompute() {
        Integer count;
        do {
            count = transaction.execute(status -> {
                var stale = rows.ofAnotherCalendar(days.version(), BATCH);
                stale.forEach(clocks::recompute);
                return stale.size();
            });
        } while (count != null && count > 0);
    }
}
