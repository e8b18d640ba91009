package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.REFERRAL_DECISION;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.ConferenceReferrals;
import org.springframework.stereotype.Component;

@Component
class RecordConferenceReferral implements JavaDelegate {

    private final ConferenceReferrals conferenceReferrals;

    RecordConferenceReferral(ConferenceReferrals conferenceReferrals) {
        this.conferenceReferrals = conferenceReferrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        if (REFERRAL_DECISION.from(execution).equals("rejected")) {
            conferenceReferrals.refuse(step.familyId(), step.processInstanceId(), step.once());
        } else {
            conferenceReferrals.accept(step.familyId(), step.processInstanceId());
        }
    }
}
