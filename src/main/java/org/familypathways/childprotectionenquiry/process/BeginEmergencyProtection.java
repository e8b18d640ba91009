package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.RECORD_EMERGENCY_PROTECTION_ORDER;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.childprotectionenquiry.EmergencyProtection;
import org.springframework.stereotype.Component;

@Component
class BeginEmergencyProtection implements JavaDelegate {

    private final EnquiryAnswers answers;
    private final EmergencyProtection protection;

    BeginEmergencyProtection(EnquiryAnswers answers, EmergencyProtection protection) {
        this.answers = answers;
        this.protection = protection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate madeOn = EnquiryAnswers.date(answers.at(execution, RECORD_EMERGENCY_PROTECTION_ORDER), "orderMadeOn");
        PlainRefusal.unlessBroken(
                () -> protection.beginOrder(FAMILY_ID.from(execution), madeOn, execution.getProcessInstanceId()));
    }
}
