package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.WHAT_HAPPENED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.FamilyGroupConferences;
import org.springframework.stereotype.Component;

@Component
class RecordConferenceNotHeld implements JavaDelegate {

    private final FamilyGroupConferences familyGroupConferences;

    RecordConferenceNotHeld(FamilyGroupConferences familyGroupConferences) {
        this.familyGroupConferences = familyGroupConferences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        familyGroupConferences.giveUp(
                step.familyId(), WHAT_HAPPENED.from(execution), step.processInstanceId(), step.once());
    }
}
