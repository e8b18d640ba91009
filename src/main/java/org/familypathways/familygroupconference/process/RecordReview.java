package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.HOLD_REVIEW;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.REVIEW_OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.ConferencePlans;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class RecordReview implements JavaDelegate {

    private final StepAnswers answers;
    private final ConferencePlans conferencePlans;

    RecordReview(StepAnswers answers, ConferencePlans conferencePlans) {
        this.answers = answers;
        this.conferencePlans = conferencePlans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        Entry entry = answers.at(execution, HOLD_REVIEW);
        conferencePlans.review(
                step.familyId(),
                entry.date("reviewedOn"),
                REVIEW_OUTCOME.from(execution),
                ConferenceAnswers.actions(entry),
                step.processInstanceId());
    }
}
