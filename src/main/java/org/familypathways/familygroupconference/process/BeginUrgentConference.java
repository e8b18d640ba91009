package org.familypathways.familygroupconference.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.FamilyGroupConferences;
import org.springframework.stereotype.Component;

@Component
class BeginUrgentConference implements JavaDelegate {

    private final FamilyGroupConferences familyGroupConferences;

    BeginUrgentConference(FamilyGroupConferences familyGroupConferences) {
        this.familyGroupConferences = familyGroupConferences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        familyGroupConferences.makeUrgent(step.familyId(), step.processInstanceId(), step.once());
    }
}
