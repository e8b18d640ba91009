package org.familypathways.familygroupconference.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.ConferenceReferrals;
import org.springframework.stereotype.Component;

@Component
class AcknowledgeReferral implements JavaDelegate {

    private final ConferenceReferrals conferenceReferrals;

    AcknowledgeReferral(ConferenceReferrals conferenceReferrals) {
        this.conferenceReferrals = conferenceReferrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        FamilyGroupConferenceProcess.CONFERENCE_URGENT.set(execution, false);
        conferenceReferrals.acknowledge(step.familyId(), step.processInstanceId(), step.once());
    }
}
