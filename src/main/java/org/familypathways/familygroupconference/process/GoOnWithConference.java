package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.COORDINATOR;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.AsTheSystem;
import org.familypathways.familygroupconference.ConferenceCoordinators;
import org.familypathways.record.PartHandedOver;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The steps that follow of a conference whose co-ordinator leaves go to the colleague who goes on with it. */
@Component
class GoOnWithConference {

    private final ProcessEngine engine;
    private final AsTheSystem system;
    private final ConferenceCoordinators coordinators;

    GoOnWithConference(@Lazy ProcessEngine engine, AsTheSystem system, ConferenceCoordinators coordinators) {
        this.engine = engine;
        this.system = system;
        this.coordinators = coordinators;
    }

    @EventListener
    void follow(PartHandedOver handed) {
        String successor = handed.to();
        if (handed.role() != PracticeRole.FGC_COORDINATOR || successor == null) {
            return;
        }
        running(handed).forEach(conference -> {
            system.run(() -> {
                engine.getRuntimeService().setVariable(conference.getId(), COORDINATOR.name(), successor);
                return conference;
            });
            coordinators.goesOn(handed.familyId(), successor, conference.getId());
        });
    }

    private List<ProcessInstance> running(PartHandedOver handed) {
        return system.run(() -> engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(FamilyGroupConferenceProcess.KEY)
                .variableValueEquals(FAMILY_ID.name(), handed.familyId())
                .variableValueEquals(COORDINATOR.name(), handed.from())
                .list());
    }
}
