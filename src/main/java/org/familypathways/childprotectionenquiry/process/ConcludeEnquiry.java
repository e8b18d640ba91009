package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.DECIDE_ENQUIRY_OUTCOME;
import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.ENQUIRY_OUTCOME;
import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.MAKE_ENQUIRY;
import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.STRATEGY_DISCUSSION_ON;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.childprotectionenquiry.Enquiries;
import org.familypathways.childprotectionenquiry.EnquiryOutcome;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class ConcludeEnquiry implements JavaDelegate {

    private final StepAnswers answers;
    private final Enquiries enquiries;

    ConcludeEnquiry(StepAnswers answers, Enquiries enquiries) {
        this.answers = answers;
        this.enquiries = enquiries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String familyId = FAMILY_ID.from(execution);
        var outcomes = new LinkedHashMap<String, EnquiryOutcome>();
        answers.byChild(execution, DECIDE_ENQUIRY_OUTCOME).forEach((child, decision) -> {
            outcomes.put(child, EnquiryOutcome.of(decision.required("childOutcome")));
            enquiries.involve(familyId, answers.at(execution, MAKE_ENQUIRY).author(), decision.author());
        });
        LocalDate startedOn = LocalDate.parse(STRATEGY_DISCUSSION_ON.from(execution));
        var outcome = enquiries.conclude(familyId, startedOn, outcomes, execution.getProcessInstanceId());
        ENQUIRY_OUTCOME.set(execution, outcome.code());
    }
}
