package org.familypathways.timescale.process;

import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;
import static org.familypathways.record.process.CaseVariables.PERSON_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.familypathways.timescale.ClockSubject;

/** Whom a clock of a case is about, from the references that the case holds. */
final class CaseSubject {

    private CaseSubject() {}

    static ClockSubject of(VariableScope scope) {
        return new ClockSubject(
                FAMILY_ID.from(scope),
                CHILD_ID.find(scope).orElse(null),
                PERSON_ID.find(scope).orElse(null),
                caseOf(scope));
    }

    private static String caseOf(VariableScope scope) {
        if (scope instanceof DelegateTask task) {
            return task.getProcessInstanceId();
        }
        if (scope instanceof DelegateExecution execution) {
            return execution.getProcessInstanceId();
        }
        throw new IllegalArgumentException("No case: " + scope.getClass().getSimpleName());
    }
}
