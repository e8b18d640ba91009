package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.CONSIDER_PLAN;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.PLAN_DECISION;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.ConferencePlans;
import org.familypathways.record.Entry;
import org.springframework.stereotype.Component;

@Component
class RecordPlanDecision implements JavaDelegate {

    private final ConferenceAnswers answers;
    private final ConferencePlans conferencePlans;

    RecordPlanDecision(ConferenceAnswers answers, ConferencePlans conferencePlans) {
        this.answers = answers;
        this.conferencePlans = conferencePlans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        Entry entry = answers.at(execution, CONSIDER_PLAN);
        String decision = PLAN_DECISION.from(execution);
        if (decision.equals("not-agreed") || decision.equals("no-plan")) {
            conferencePlans.notAgree(step.familyId(), decision, step.processInstanceId(), step.once());
            return;
        }
        PlainRefusal.unlessBroken(() -> conferencePlans.agree(
                step.familyId(),
                ConferenceAnswers.text(entry, "summary"),
                ConferenceAnswers.actions(entry),
                decision.equals("agreed-with-changes"),
                step.processInstanceId()));
    }
}
