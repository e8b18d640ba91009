package org.familypathways.timescale;

import java.time.Clock;
import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFacts;
import org.springframework.stereotype.Component;

/** What follows when a clock is missed, each exactly once: the mark, the fact, and the question to a manager. */
@Component
class Breaches {

    private final ClockRows rows;
    private final CaseWork work;
    private final PracticeFacts facts;
    private final Clock time;

    Breaches(ClockRows rows, CaseWork work, PracticeFacts facts, Clock time) {
        this.rows = rows;
        this.work = work;
        this.facts = facts;
        this.time = time;
    }

    void breach(StatutoryClock clock) {
        if (rows.breach(clock.id())) {
            facts.record(TimescaleBreached.by(clock), clock.subject().processInstanceId());
            work.askForExplanation(clock);
        }
    }

    void withdraw(StatutoryClock clock) {
        rows.withdrawBreach(clock.id());
        facts.record(
                TimescaleBreachWithdrawn.from(clock, LocalDate.now(time)),
                clock.subject().processInstanceId());
        work.withdrawExplanation(clock);
    }
}
