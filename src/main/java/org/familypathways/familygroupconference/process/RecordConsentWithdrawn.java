package org.familypathways.familygroupconference.process;

import static org.familypathways.record.process.CaseVariables.REPORTED_ON;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.ConferenceEndings;
import org.springframework.stereotype.Component;

@Component
class RecordConsentWithdrawn implements JavaDelegate {

    private final ConferenceEndings endings;

    RecordConsentWithdrawn(ConferenceEndings endings) {
        this.endings = endings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        endings.consentWithdrawn(
                step.familyId(), LocalDate.parse(REPORTED_ON.from(execution)), step.processInstanceId(), step.once());
    }
}
