package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.CONSIDER_AMENDED_PLAN;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.HOLD_REVIEW;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.ConferencePlans;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

/** A changed plan that does not keep to the bottom lines leaves the one before in force. */
@Component
class RecordAmendedPlan implements JavaDelegate {

    private final StepAnswers answers;
    private final ConferencePlans conferencePlans;

    RecordAmendedPlan(StepAnswers answers, ConferencePlans conferencePlans) {
        this.answers = answers;
        this.conferencePlans = conferencePlans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        boolean safe = answers.at(execution, CONSIDER_AMENDED_PLAN)
                .required("amendmentSafe")
                .equals("yes");
        if (safe) {
            Entry review = answers.at(execution, HOLD_REVIEW);
            conferencePlans.change(
                    step.familyId(),
                    review.required("summary"),
                    ConferenceAnswers.actions(review),
                    step.processInstanceId(),
                    step.once());
        }
    }
}
