package org.familypathways.familygroupconference.process;

import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Where a step of the system stands: its family, its case, and what makes this taking of the step different. */
record CaseStep(String familyId, String processInstanceId, String once) {

    static CaseStep of(DelegateExecution execution) {
        String processInstance = execution.getProcessInstanceId();
        return new CaseStep(
                FAMILY_ID.from(execution), processInstance, processInstance + ":" + execution.getActivityInstanceId());
    }
}
