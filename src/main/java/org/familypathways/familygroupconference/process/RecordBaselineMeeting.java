package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.HOLD_BASELINE_MEETING;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.FamilyGroupConferences;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class RecordBaselineMeeting implements JavaDelegate {

    private final StepAnswers answers;
    private final FamilyGroupConferences familyGroupConferences;

    RecordBaselineMeeting(StepAnswers answers, FamilyGroupConferences familyGroupConferences) {
        this.answers = answers;
        this.familyGroupConferences = familyGroupConferences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        Entry entry = answers.at(execution, HOLD_BASELINE_MEETING);
        familyGroupConferences.recordBaselineMeeting(step.familyId(), entry.date("heldOn"), step.processInstanceId());
    }
}
