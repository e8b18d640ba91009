package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.RECORD_EMERGENCY_PROTECTION_ORDER;
import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.RECORD_POLICE_PROTECTION;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.familypathways.engine.ForModels;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

/** What the model asks about children under emergency protection, as it was recorded last. */
@Component
@ForModels
public class ProtectedChildren {

    private final StepAnswers answers;

    ProtectedChildren(StepAnswers answers) {
        this.answers = answers;
    }

    public List<String> takenByPolice(DelegateExecution execution) {
        return answers.at(execution, RECORD_POLICE_PROTECTION).codes("children");
    }

    public List<String> underOrder(DelegateExecution execution) {
        return answers.at(execution, RECORD_EMERGENCY_PROTECTION_ORDER).codes("children");
    }
}
