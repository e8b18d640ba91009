package org.familypathways.timescale.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.familypathways.timescale.ClockSubject;
import org.familypathways.timescale.Clocks;
import org.springframework.stereotype.Component;

/** What the steps of a case do to its clocks. */
@Component
class CaseClocks {

    private static final String CASE_ENDED = "case-ended";
    private static final String NO_LONGER_APPLIES = "no-longer-applies";

    private final Clocks clocks;
    private final Clock time;

    CaseClocks(Clocks clocks, Clock time) {
        this.clocks = clocks;
        this.time = time;
    }

    /** An element with these properties is done. */
    void passed(VariableScope scope, Map<String, String> properties) {
        ClockSubject subject = CaseSubject.of(scope);
        LocalDate on = metOn(scope, properties);
        boolean othersToBeDone = othersToBeDone(scope);
        ClockProperties.codes(properties.get(ClockProperties.MEETS))
                .forEach(code -> clocks.meet(code, subject, on, othersToBeDone));
        ClockProperties.codes(properties.get(ClockProperties.STOPS))
                .forEach(code -> clocks.stop(code, subject.processInstanceId(), NO_LONGER_APPLIES));
    }

    private LocalDate metOn(VariableScope scope, Map<String, String> properties) {
        String variable = properties.get(ClockProperties.MET_ON);
        Object reported = variable == null ? null : scope.getVariable(variable);
        return reported == null ? LocalDate.now(time) : LocalDate.parse((String) reported);
    }

    /** Whether the step is repeated, for each child or person, and others are still to be done. */
    private static boolean othersToBeDone(VariableScope scope) {
        Object all = scope.getVariable("nrOfInstances");
        Object completed = scope.getVariable("nrOfCompletedInstances");
        return all instanceof Integer total && completed instanceof Integer done && total - done > 1;
    }

    void caseEnded(DelegateExecution execution) {
        clocks.stopAll(execution.getProcessInstanceId(), CASE_ENDED);
    }
}
