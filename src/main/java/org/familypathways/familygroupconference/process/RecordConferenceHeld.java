package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.HOLD_CONFERENCE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.FamilyGroupConferences;
import org.familypathways.familygroupconference.FamilyGroupConferences.ConferenceHeld;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class RecordConferenceHeld implements JavaDelegate {

    private final StepAnswers answers;
    private final FamilyGroupConferences familyGroupConferences;

    RecordConferenceHeld(StepAnswers answers, FamilyGroupConferences familyGroupConferences) {
        this.answers = answers;
        this.familyGroupConferences = familyGroupConferences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        Entry entry = answers.at(execution, HOLD_CONFERENCE);
        var conference = new ConferenceHeld(
                step.familyId(),
                entry.date("conferenceHeldOn"),
                entry.rows("attendees").size(),
                entry.time("privateTimeFrom"),
                entry.time("privateTimeUntil"),
                entry.text("noPrivateTimeWhy"));
        familyGroupConferences.hold(conference, step.processInstanceId(), step.once());
    }
}
