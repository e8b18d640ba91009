package org.familypathways.timescale.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.familypathways.timescale.ClockSubject;

/** Whom a clock of a case is about, from the references that the case holds. */
final class CaseSubject {

    private CaseSubject() {}

    static ClockSubject of(VariableScope scope) {
        String family = (String) scope.getVariable("familyId");
        if (family == null) {
            throw new IllegalStateException("A clock needs a case that knows its family");
        }
        return new ClockSubject(
                family, (String) scope.getVariable("childId"), (String) scope.getVariable("personId"), caseOf(scope));
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
