package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.ARRANGE_URGENT_CONFERENCE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.FamilyGroupConferences;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class AnnounceUrgentConference implements JavaDelegate {

    private final StepAnswers answers;
    private final FamilyGroupConferences conferences;
    private final KeepAwayForSafety safety;

    AnnounceUrgentConference(StepAnswers answers, FamilyGroupConferences conferences, KeepAwayForSafety safety) {
        this.answers = answers;
        this.conferences = conferences;
        this.safety = safety;
    }

    @Override
    public void execute(DelegateExecution execution) {
        safety.keepAway(execution);
        BookedConference.bookAndInvite(conferences, answers.at(execution, ARRANGE_URGENT_CONFERENCE), execution);
    }
}
