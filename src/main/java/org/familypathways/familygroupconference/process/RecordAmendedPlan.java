package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.CONSIDER_AMENDED_PLAN;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.HOLD_REVIEW;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.ConferencePlans;
import org.familypathways.record.Entry;
import org.springframework.stereotype.Component;

/** A changed plan that does not keep to the bottom lines leaves the one before in force. */
@Component
class RecordAmendedPlan implements JavaDelegate {

    private final ConferenceAnswers answers;
    private final ConferencePlans conferencePlans;

    RecordAmendedPlan(ConferenceAnswers answers, ConferencePlans conferencePlans) {
        this.answers = answers;
        this.conferencePlans = conferencePlans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        boolean safe = ConferenceAnswers.text(answers.at(execution, CONSIDER_AMENDED_PLAN), "amendmentSafe")
                .equals("yes");
        if (safe) {
            Entry review = answers.at(execution, HOLD_REVIEW);
            conferencePlans.change(
                    step.familyId(),
                    ConferenceAnswers.text(review, "summary"),
                    ConferenceAnswers.actions(review),
                    step.processInstanceId(),
                    step.once());
        }
    }
}
