package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.CONFERENCE_QUORATE;
import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.HOLD_CONFERENCE;
import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.STRATEGY_DISCUSSION_ON;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.childprotectionenquiry.InitialConferences;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class CheckQuorum implements JavaDelegate {

    private final StepAnswers answers;
    private final InitialConferences conferences;

    CheckQuorum(StepAnswers answers, InitialConferences conferences) {
        this.answers = answers;
        this.conferences = conferences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Entry conference = answers.at(execution, HOLD_CONFERENCE);
        boolean quorate = conferences.isQuorate(
                FAMILY_ID.from(execution),
                conference.date("conferenceHeldOn"),
                LocalDate.parse(STRATEGY_DISCUSSION_ON.from(execution)),
                conference.codes("agenciesPresent"),
                execution.getProcessInstanceId());
        CONFERENCE_QUORATE.set(execution, quorate);
    }
}
