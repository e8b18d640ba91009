package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.DECIDE_RESOURCES;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.ConferencePlans;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class RecordResourceDecision implements JavaDelegate {

    private final StepAnswers answers;
    private final ConferencePlans conferencePlans;

    RecordResourceDecision(StepAnswers answers, ConferencePlans conferencePlans) {
        this.answers = answers;
        this.conferencePlans = conferencePlans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        Entry entry = answers.at(execution, DECIDE_RESOURCES);
        conferencePlans.decideResources(step.familyId(), entry.required("resourcesDecision"), step.processInstanceId());
    }
}
