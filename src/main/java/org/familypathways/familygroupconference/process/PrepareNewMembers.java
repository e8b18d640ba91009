package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.PREPARE_NETWORK_MEMBER;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.PREPARE_NEW_MEMBER;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.SOMEBODY_JOINED_NETWORK;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;
import static org.familypathways.record.process.CaseVariables.PERSON_ID;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Execution;
import org.familypathways.engine.AsTheSystem;
import org.familypathways.record.Entry;
import org.familypathways.record.Network;
import org.familypathways.record.NetworkChanged;
import org.familypathways.record.RecordChangeRefused;
import org.familypathways.record.RecordEntries;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is to be invited and joins the network while a conference is prepared gets a visit of their own. */
@Component
class PrepareNewMembers {

    private static final List<String> VISITS = List.of(PREPARE_NETWORK_MEMBER, PREPARE_NEW_MEMBER);

    private final ProcessEngine engine;
    private final AsTheSystem system;
    private final Network network;
    private final RecordEntries entries;

    PrepareNewMembers(@Lazy ProcessEngine engine, AsTheSystem system, Network network, RecordEntries entries) {
        this.engine = engine;
        this.system = system;
        this.network = network;
        this.entries = entries;
    }

    /** @throws RecordChangeRefused when somebody completes a step of the conference at the same moment */
    @EventListener
    void prepare(NetworkChanged changed) {
        try {
            system.run(() -> {
                inPreparation(changed.familyId()).forEach(conference -> prepare(changed.familyId(), conference));
                return changed;
            });
        } catch (OptimisticLockingException somebodyWorksInIt) {
            throw new RecordChangeRefused("Somebody completed a step of this family at the same moment. Try again.");
        }
    }

    private List<String> inPreparation(String familyId) {
        return engine
                .getRuntimeService()
                .createExecutionQuery()
                .messageEventSubscriptionName(SOMEBODY_JOINED_NETWORK)
                .processVariableValueEquals(FAMILY_ID.name(), familyId)
                .list()
                .stream()
                .map(Execution::getProcessInstanceId)
                .distinct()
                .toList();
    }

    private void prepare(String familyId, String conference) {
        var seen = visited(conference);
        network.members(familyId).stream()
                .filter(person -> !seen.contains(person))
                .forEach(person -> engine.getRuntimeService()
                        .createMessageCorrelation(SOMEBODY_JOINED_NETWORK)
                        .processInstanceId(conference)
                        .setVariablesToTriggeredScope(Map.of(PERSON_ID.name(), person))
                        .correlateWithResult());
    }

    /** Whose visit is on record, or still to be made. */
    private Set<String> visited(String conference) {
        var people = new HashSet<String>();
        VISITS.forEach(visit ->
                entries.ofStep(conference, visit).stream().map(Entry::personId).forEach(people::add));
        var tasks = engine.getTaskService();
        tasks.createTaskQuery()
                .processInstanceId(conference)
                .taskDefinitionKeyIn(VISITS.toArray(String[]::new))
                .list()
                .forEach(task -> people.add((String) tasks.getVariable(task.getId(), PERSON_ID.name())));
        return people;
    }
}
