package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.CONSIDER_PLAN;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.PLAN_DECISION;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.RESOURCES_TO_DECIDE;

import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.ConferencePlans;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class RecordPlanDecision implements JavaDelegate {

    private final StepAnswers answers;
    private final ConferencePlans conferencePlans;

    RecordPlanDecision(StepAnswers answers, ConferencePlans conferencePlans) {
        this.answers = answers;
        this.conferencePlans = conferencePlans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        Entry entry = answers.at(execution, CONSIDER_PLAN);
        String cost = entry.text("cost");
        RESOURCES_TO_DECIDE.set(
                execution,
                conferencePlans.areResourcesToBeDecided(
                        cost == null ? null : new BigDecimal(cost), "yes".equals(entry.text("supportPackage"))));
        String decision = PLAN_DECISION.from(execution);
        if (decision.equals("not-agreed") || decision.equals("no-plan")) {
            conferencePlans.notAgree(step.familyId(), decision, step.processInstanceId(), step.once());
            return;
        }
        conferencePlans.agree(
                step.familyId(),
                entry.required("summary"),
                ConferenceAnswers.actions(entry),
                decision.equals("agreed-with-changes"),
                step.processInstanceId());
    }
}
