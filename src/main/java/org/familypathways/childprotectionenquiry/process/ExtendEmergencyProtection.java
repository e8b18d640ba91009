package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.RECORD_EMERGENCY_PROTECTION_ORDER;
import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.childprotectionenquiry.EmergencyProtection;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class ExtendEmergencyProtection implements JavaDelegate {

    private final StepAnswers answers;
    private final EmergencyProtection protection;

    ExtendEmergencyProtection(StepAnswers answers, EmergencyProtection protection) {
        this.answers = answers;
        this.protection = protection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String child = CHILD_ID.from(execution);
        protection.extendOrder(
                FAMILY_ID.from(execution),
                child,
                orderFor(child, execution).date("orderMadeOn"),
                execution.getProcessInstanceId());
    }

    /** Another child may be under an order of another day. */
    private Entry orderFor(String child, DelegateExecution execution) {
        return answers.ofStep(execution, RECORD_EMERGENCY_PROTECTION_ORDER).stream()
                .filter(order -> order.codes("children").contains(child))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No order is on record for %s".formatted(child)));
    }
}
