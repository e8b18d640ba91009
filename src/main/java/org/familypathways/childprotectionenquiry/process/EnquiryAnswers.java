package org.familypathways.childprotectionenquiry.process;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.familypathways.record.Entry;
import org.familypathways.record.RecordEntries;
import org.springframework.stereotype.Component;

/** What was written at the steps of a case, as the steps of the system need it. */
@Component
class EnquiryAnswers {

    private final RecordEntries entries;

    EnquiryAnswers(RecordEntries entries) {
        this.entries = entries;
    }

    /** @throws IllegalStateException when nothing was written there */
    Entry at(DelegateExecution execution, String taskKey) {
        return entries.latest(execution.getProcessInstanceId(), taskKey)
                .orElseThrow(() -> new IllegalStateException("Nothing is on record for %s".formatted(taskKey)));
    }

    /** The latest answers about each child of a step that is taken once for each. */
    Map<String, Entry> byChild(DelegateExecution execution, String taskKey) {
        var latest = new LinkedHashMap<String, Entry>();
        entries.ofStep(execution.getProcessInstanceId(), taskKey).forEach(entry -> {
            if (entry.childId() != null) {
                latest.putIfAbsent(entry.childId(), entry);
            }
        });
        return latest;
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

    /** The codes that were ticked; none when the question was not asked. */
    static List<String> codes(Entry entry, String key) {
        return entry.answers().get(key) instanceof Collection<?> ticked
                ? ticked.stream().map(String::valueOf).toList()
                : List.of();
    }
}
