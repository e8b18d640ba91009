package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.CONFERENCE_URGENT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.FamilyGroupConferences;
import org.springframework.stereotype.Component;

/** The 24 hours run at once; the conference itself is arranged as soon as there is a co-ordinator. */
@Component
class HurryReferral implements JavaDelegate {

    private final FamilyGroupConferences conferences;

    HurryReferral(FamilyGroupConferences conferences) {
        this.conferences = conferences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        CONFERENCE_URGENT.set(execution, true);
        conferences.makeUrgent(step.familyId(), step.processInstanceId(), step.once());
    }
}
