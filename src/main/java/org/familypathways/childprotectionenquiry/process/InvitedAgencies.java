package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.BOOK_CONFERENCE;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.familypathways.engine.ForModels;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

/** What the model asks about the agencies that were invited to the conference. */
@Component
@ForModels
public class InvitedAgencies {

    private final StepAnswers answers;

    InvitedAgencies(StepAnswers answers) {
        this.answers = answers;
    }

    /** Their codes, as they were ticked when the conference was booked. */
    public List<String> of(DelegateExecution execution) {
        return answers.at(execution, BOOK_CONFERENCE).codes("agencies");
    }
}
