package org.familypathways.timescale.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.familypathways.engine.ForModels;
import org.familypathways.timescale.Clocks;
import org.familypathways.timescale.StatutoryClock;
import org.springframework.stereotype.Component;

/**
 * What a model calls {@code timescale}: {@code ${timescale.due(execution, 'T48')}} in a task's due date or a timer,
 * {@code ${timescale.warning(execution, 'T48')}} in a follow-up date. Both follow the clock of the case for that code,
 * which starts today when none runs. {@code ${timescale.until(execution, 'offer-response')}} is for a time that is not a
 * worker's to keep, such as the time a family has to answer: it counts from today, and no clock runs that could be missed.
 */
@Component("timescale")
@ForModels
public class DueDates {

    private final Clocks clocks;
    private final Clock time;

    DueDates(Clocks clocks, Clock time) {
        this.clocks = clocks;
        this.time = time;
    }

    /** The last second of the last day. */
    public Date due(VariableScope scope, String code) {
        return Date.from(clock(scope, code).dueAt());
    }

    /** When 60 % of the working time has gone. */
    public Date warning(VariableScope scope, String code) {
        return Date.from(clock(scope, code).firstWarningAt());
    }

    /** The last second of the last day, counted from today. */
    public Date until(VariableScope scope, String code) {
        return Date.from(clocks.until(code, LocalDate.now(time)));
    }

    private StatutoryClock clock(VariableScope scope, String code) {
        return clocks.runningOrToday(code, CaseSubject.of(scope));
    }
}
