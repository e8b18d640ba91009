package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.ARRANGE_CONFERENCE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.FamilyGroupConferences;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class BookConference implements JavaDelegate {

    private final StepAnswers answers;
    private final FamilyGroupConferences conferences;

    BookConference(StepAnswers answers, FamilyGroupConferences conferences) {
        this.answers = answers;
        this.conferences = conferences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BookedConference.book(conferences, answers.at(execution, ARRANGE_CONFERENCE), execution);
    }
}
