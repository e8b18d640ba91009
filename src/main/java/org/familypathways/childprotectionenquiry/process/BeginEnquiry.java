package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.CONFERENCE_REPLACEABLE;
import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.STRATEGY_DISCUSSION_ON;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.childprotectionenquiry.Enquiries;
import org.familypathways.childprotectionenquiry.EnquirySettings;
import org.springframework.stereotype.Component;

@Component
class BeginEnquiry implements JavaDelegate {

    private final Enquiries enquiries;
    private final EnquirySettings settings;

    BeginEnquiry(Enquiries enquiries, EnquirySettings settings) {
        this.enquiries = enquiries;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        enquiries.begin(
                FAMILY_ID.from(execution),
                LocalDate.parse(STRATEGY_DISCUSSION_ON.from(execution)),
                execution.getProcessInstanceId());
        CONFERENCE_REPLACEABLE.set(execution, settings.insteadOfInitialConference());
    }
}
