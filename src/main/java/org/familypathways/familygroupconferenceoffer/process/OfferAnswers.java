package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.record.process.CaseVariables.PERSON_ID;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.familypathways.record.Entry;
import org.familypathways.record.RecordEntries;
import org.springframework.stereotype.Component;

/** What was written at the steps of an offer, as the steps of the system need it. */
@Component
class OfferAnswers {

    private final RecordEntries entries;

    OfferAnswers(RecordEntries entries) {
        this.entries = entries;
    }

    /** @throws IllegalStateException when nothing was written there */
    Entry at(DelegateExecution execution, String taskKey) {
        return entries.latest(execution.getProcessInstanceId(), taskKey)
                .orElseThrow(() -> new IllegalStateException("Nothing is on record for %s".formatted(taskKey)));
    }

    /**
     * What was written about the person of this part of the case.
     *
     * @throws IllegalStateException when nothing was written there
     */
    Entry aboutPerson(DelegateExecution execution, String taskKey) {
        return entries.latest(execution.getProcessInstanceId(), taskKey, PERSON_ID.from(execution))
                .orElseThrow(() -> new IllegalStateException("Nothing is on record for %s".formatted(taskKey)));
    }

    /** One entry for each child or person, newest first. */
    List<Entry> ofStep(DelegateExecution execution, String taskKey) {
        return entries.ofStep(execution.getProcessInstanceId(), taskKey);
    }

    static String text(Entry entry, String key) {
        String answer = entry.text(key);
        if (answer == null) {
            throw new IllegalStateException("Entry %d has no answer to %s".formatted(entry.entryId(), key));
        }
        return answer;
    }

    static LocalDate date(Entry entry, String key) {
        return LocalDate.parse(text(entry, key));
    }

    /** The rows of a list; none when the list is empty. */
    static List<Map<?, ?>> rows(Entry entry, String key) {
        return entry.answers().get(key) instanceof Collection<?> rows
                ? rows.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(row -> (Map<?, ?>) row)
                        .toList()
                : List.of();
    }
}
