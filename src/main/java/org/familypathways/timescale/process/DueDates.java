package org.familypathways.timescale.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.WeakHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
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

    /** A task asks for its due date and, right after it, for its warning: the clock need not be looked for again. */
    private final Map<CommandContext, Asked> asked = Collections.synchronizedMap(new WeakHashMap<>());

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
        var command = Context.getCommandContext();
        var asking = new Step(((DelegateExecution) scope).getActivityInstanceId(), code);
        var before = asked.remove(command);
        if (before != null && before.step().equals(asking)) {
            return before.clock();
        }
        var clock = clocks.runningOrToday(code, CaseSubject.of(scope));
        asked.put(command, new Asked(asking, clock));
        return clock;
    }

    private record Step(String activityInstanceId, String code) {}

    private record Asked(Step step, StatutoryClock clock) {}
}
