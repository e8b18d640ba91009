package org.familypathways.timescale.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.familypathways.engine.ForModels;
import org.familypathways.timescale.Clocks;
import org.familypathways.timescale.StatutoryClock;
import org.springframework.stereotype.Component;

/**
 * What a model calls {@code timescale}: {@code ${timescale.due(execution, 'T48')}} in a task's due date or a timer,
 * {@code ${timescale.warning(execution, 'T48')}} in a follow-up date. Both follow the clock of the case for that code,
 * which starts today when none runs.
 */
@Component("timescale")
@ForModels
public class DueDates {

    private final Clocks clocks;

    DueDates(Clocks clocks) {
        this.clocks = clocks;
    }

    /** The last second of the last day. */
    public Date due(VariableScope scope, String code) {
        return Date.from(clock(scope, code).dueAt());
    }

    /** When 60 % of the working time has gone. */
    public Date warning(VariableScope scope, String code) {
        return Date.from(clock(scope, code).firstWarningAt());
    }

    private StatutoryClock clock(VariableScope scope, String code) {
        return clocks.runningOrToday(code, CaseSubject.of(scope));
    }
}
