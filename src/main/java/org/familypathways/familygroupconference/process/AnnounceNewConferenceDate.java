package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.SET_NEW_DATE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.FamilyGroupConferences;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class AnnounceNewConferenceDate implements JavaDelegate {

    private final StepAnswers answers;
    private final FamilyGroupConferences conferences;

    AnnounceNewConferenceDate(StepAnswers answers, FamilyGroupConferences conferences) {
        this.answers = answers;
        this.conferences = conferences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BookedConference.bookAndInvite(conferences, answers.at(execution, SET_NEW_DATE), execution);
    }
}
