package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.RECORD_EMERGENCY_PROTECTION_ORDER;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.childprotectionenquiry.EmergencyProtection;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class BeginEmergencyProtection implements JavaDelegate {

    private final StepAnswers answers;
    private final EmergencyProtection protection;

    BeginEmergencyProtection(StepAnswers answers, EmergencyProtection protection) {
        this.answers = answers;
        this.protection = protection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Entry order = answers.at(execution, RECORD_EMERGENCY_PROTECTION_ORDER);
        protection.beginOrder(
                FAMILY_ID.from(execution),
                order.codes("children"),
                order.date("orderMadeOn"),
                execution.getProcessInstanceId());
    }
}
