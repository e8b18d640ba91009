package org.familypathways.familygroupconference.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.ConferencePlans;
import org.springframework.stereotype.Component;

@Component
class ClosePlan implements JavaDelegate {

    private final ConferencePlans conferencePlans;

    ClosePlan(ConferencePlans conferencePlans) {
        this.conferencePlans = conferencePlans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        conferencePlans.close(step.familyId(), step.processInstanceId(), step.once());
    }
}
