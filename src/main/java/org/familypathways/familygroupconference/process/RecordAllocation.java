package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.COORDINATOR;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.ConferenceCoordinators;
import org.springframework.stereotype.Component;

@Component
class RecordAllocation implements JavaDelegate {

    private final ConferenceCoordinators conferenceCoordinators;

    RecordAllocation(ConferenceCoordinators conferenceCoordinators) {
        this.conferenceCoordinators = conferenceCoordinators;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        String coordinator = COORDINATOR.from(execution);
        conferenceCoordinators.allocate(step.familyId(), coordinator, step.processInstanceId(), step.once());
    }
}
