package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.RECORD_POLICE_PROTECTION;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.LocalTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.childprotectionenquiry.EmergencyProtection;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class BeginPoliceProtection implements JavaDelegate {

    private final StepAnswers answers;
    private final EmergencyProtection protection;

    BeginPoliceProtection(StepAnswers answers, EmergencyProtection protection) {
        this.answers = answers;
        this.protection = protection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Entry entry = answers.at(execution, RECORD_POLICE_PROTECTION);
        protection.beginPoliceProtection(
                FAMILY_ID.from(execution),
                entry.codes("children"),
                entry.date("beganOn").atTime(LocalTime.parse(entry.required("beganAt"))),
                execution.getProcessInstanceId());
    }
}
