package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.childprotectionenquiry.InitialConferenceRequested;
import org.familypathways.practicefact.PracticeFacts;
import org.springframework.stereotype.Component;

@Component
class RecordConferenceRequest implements JavaDelegate {

    private final PracticeFacts facts;
    private final Clock clock;

    RecordConferenceRequest(PracticeFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        facts.record(
                new InitialConferenceRequested(FAMILY_ID.from(execution), LocalDate.now(clock)),
                execution.getProcessInstanceId());
    }
}
