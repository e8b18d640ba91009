package org.familypathways.familygroupconference.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.ConferenceEndings;
import org.springframework.stereotype.Component;

@Component
class RecordEscalation implements JavaDelegate {

    private final ConferenceEndings conferenceEndings;

    RecordEscalation(ConferenceEndings conferenceEndings) {
        this.conferenceEndings = conferenceEndings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        conferenceEndings.escalate(step.familyId(), step.processInstanceId(), step.once());
    }
}
