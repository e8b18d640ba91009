package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.COORDINATOR_SOUGHT;
import static org.familypathways.record.process.CaseVariables.REPORTED_ON;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.ConferenceCoordinators;
import org.familypathways.record.PracticeRuleBroken;
import org.springframework.stereotype.Component;

@Component
class SeekCoordinator implements JavaDelegate {

    private final ConferenceCoordinators coordinators;

    SeekCoordinator(ConferenceCoordinators coordinators) {
        this.coordinators = coordinators;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (COORDINATOR_SOUGHT.find(execution).orElse(false)) {
            throw new PracticeRuleBroken("Another co-ordinator is being looked for already.");
        }
        var step = CaseStep.of(execution);
        coordinators.seekAnother(
                step.familyId(), LocalDate.parse(REPORTED_ON.from(execution)), step.processInstanceId(), step.once());
        COORDINATOR_SOUGHT.set(execution, true);
    }
}
