package org.familypathways.record.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.familypathways.record.Entry;
import org.familypathways.record.RecordEntries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people wrote at the steps of a case, as the steps of the system need it. */
@Component
public class StepAnswers {

    private final RecordEntries entries;

    StepAnswers(RecordEntries entries) {
        this.entries = entries;
    }

    /** @throws IllegalStateException when nothing was written there */
    public Entry at(DelegateExecution execution, String taskKey) {
        return found(entries.latest(execution.getProcessInstanceId(), taskKey), taskKey);
    }

    /**
     * What was written about the person of this part of the case.
     *
     * @throws IllegalStateException when nothing was written there
     */
    public Entry aboutPerson(DelegateExecution execution, String taskKey) {
        String person = CaseVariables.PERSON_ID.from(execution);
        return found(entries.latest(execution.getProcessInstanceId(), taskKey, person), taskKey);
    }

    private static Entry found(Optional<Entry> entry, String taskKey) {
        return entry.orElseThrow(() -> new IllegalStateException("Nothing is on record for %s".formatted(taskKey)));
    }

    /** What was written each time the step was taken, newest first. */
    public List<Entry> ofStep(DelegateExecution execution, String taskKey) {
        return entries.ofStep(execution.getProcessInstanceId(), taskKey);
    }

    /** The latest answers about each child of a step that is taken once for each. */
    public Map<String, Entry> byChild(DelegateExecution execution, String taskKey) {
        return latest(execution, taskKey, Entry::childId);
    }

    /** The latest answers about each person of a step that is taken once for each. */
    public Map<String, Entry> byPerson(DelegateExecution execution, String taskKey) {
        return latest(execution, taskKey, Entry::personId);
    }

    private Map<String, Entry> latest(
            DelegateExecution execution, String taskKey, Function<Entry, @Nullable String> about) {
        var latest = new LinkedHashMap<String, Entry>();
        ofStep(execution, taskKey).stream()
                .filter(entry -> about.apply(entry) != null)
                .forEach(entry -> latest.putIfAbsent(Objects.requireNonNull(about.apply(entry)), entry));
        return latest;
    }
}
