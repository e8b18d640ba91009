package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.CHILD_JOINED_FAMILY;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.PREPARE_CHILD;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.PREPARE_NETWORK_MEMBER;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.PREPARE_NEW_CHILD;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.PREPARE_NEW_MEMBER;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.SOMEBODY_JOINED_NETWORK;
import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;
import static org.familypathways.record.process.CaseVariables.PERSON_ID;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Execution;
import org.familypathways.engine.AsTheSystem;
import org.familypathways.engine.ProcessVariable;
import org.familypathways.record.Entry;
import org.familypathways.record.FamilyPeopleChanged;
import org.familypathways.record.Network;
import org.familypathways.record.RecordChangeRefused;
import org.familypathways.record.RecordEntries;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is to be invited, and every child, who joins while a conference is prepared gets a visit of their own. */
@Component
class PrepareWhoJoins {

    private static final Joining PERSON = new Joining(
            SOMEBODY_JOINED_NETWORK, List.of(PREPARE_NETWORK_MEMBER, PREPARE_NEW_MEMBER), PERSON_ID, Entry::personId);
    private static final Joining CHILD =
            new Joining(CHILD_JOINED_FAMILY, List.of(PREPARE_CHILD, PREPARE_NEW_CHILD), CHILD_ID, Entry::childId);

    private final ProcessEngine engine;
    private final AsTheSystem system;
    private final Network network;
    private final RecordEntries entries;

    PrepareWhoJoins(@Lazy ProcessEngine engine, AsTheSystem system, Network network, RecordEntries entries) {
        this.engine = engine;
        this.system = system;
        this.network = network;
        this.entries = entries;
    }

    /**
     * One way to join.
     *
     * @param message for which the preparation waits
     * @param visits the steps that are such a visit
     * @param about whom the visit is about, in the case
     * @param seen whom a visit was about, on record
     */
    private record Joining(
            String message,
            List<String> visits,
            ProcessVariable<String> about,
            Function<Entry, @Nullable String> seen) {}

    /** @throws RecordChangeRefused when somebody completes a step of the conference at the same moment */
    @EventListener
    void prepare(FamilyPeopleChanged changed) {
        String family = changed.familyId();
        try {
            system.run(() -> {
                prepare(family, PERSON, () -> network.members(family));
                prepare(family, CHILD, () -> network.children(family));
                return changed;
            });
        } catch (OptimisticLockingException somebodyWorksInIt) {
            throw new RecordChangeRefused("Somebody completed a step of this family at the same moment. Try again.");
        }
    }

    private void prepare(String familyId, Joining joining, Supplier<List<String>> people) {
        waitingFor(joining.message(), familyId).forEach(conference -> {
            // asked in this order, nobody who joined in between is taken for not visited
            var now = people.get();
            var visited = visited(conference, joining);
            now.stream()
                    .filter(person -> !visited.contains(person))
                    .forEach(person -> engine.getRuntimeService()
                            .createMessageCorrelation(joining.message())
                            .processInstanceId(conference)
                            .setVariablesToTriggeredScope(Map.of(joining.about().name(), person))
                            .correlateWithResult());
        });
    }

    private List<String> waitingFor(String message, String familyId) {
        return engine
                .getRuntimeService()
                .createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processVariableValueEquals(FAMILY_ID.name(), familyId)
                .list()
                .stream()
                .map(Execution::getProcessInstanceId)
                .distinct()
                .toList();
    }

    /** Whose visit is on record, or still to be made. */
    private Set<String> visited(String conference, Joining joining) {
        var people = new HashSet<String>();
        joining.visits()
                .forEach(visit -> entries.ofStep(conference, visit).stream()
                        .map(joining.seen())
                        .forEach(people::add));
        var tasks = engine.getTaskService();
        tasks.createTaskQuery()
                .processInstanceId(conference)
                .taskDefinitionKeyIn(joining.visits().toArray(String[]::new))
                .list()
                .forEach(task -> people.add(
                        (String) tasks.getVariable(task.getId(), joining.about().name())));
        return people;
    }
}
