package org.familypathways.familygroupconference.process;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.familypathways.familygroupconference.ConferenceDay;
import org.familypathways.record.Entry;
import org.familypathways.record.FamilyPlan.NewAction;
import org.familypathways.record.RecordEntries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was written at the steps of a conference, as the steps of the system need it. */
@Component
class ConferenceAnswers {

    private final RecordEntries entries;

    ConferenceAnswers(RecordEntries entries) {
        this.entries = entries;
    }

    /** @throws IllegalStateException when nothing was written there */
    Entry at(DelegateExecution execution, String taskKey) {
        return entries.latest(execution.getProcessInstanceId(), taskKey)
                .orElseThrow(() -> new IllegalStateException("Nothing is on record for %s".formatted(taskKey)));
    }

    /** The latest answers about each person of a step that is taken once for each. */
    Map<String, Entry> byPerson(DelegateExecution execution, String taskKey) {
        var latest = new LinkedHashMap<String, Entry>();
        entries.ofStep(execution.getProcessInstanceId(), taskKey).forEach(entry -> {
            if (entry.personId() != null) {
                latest.putIfAbsent(entry.personId(), entry);
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

    static @Nullable LocalTime time(Entry entry, String key) {
        String answer = entry.text(key);
        return answer == null ? null : LocalTime.parse(answer);
    }

    static int rows(Entry entry, String key) {
        return entry.answers().get(key) instanceof Collection<?> rows ? rows.size() : 0;
    }

    /** The actions of a plan, as they were written down; somebody who is named there is not looked up. */
    static List<NewAction> actions(Entry entry) {
        return entry.answers().get("actions") instanceof Collection<?> rows
                ? rows.stream().map(row -> action((Map<?, ?>) row)).toList()
                : List.of();
    }

    private static NewAction action(Map<?, ?> row) {
        Object due = row.get("dueOn");
        return new NewAction(
                String.valueOf(row.get("action")),
                null,
                String.valueOf(row.get("owner")),
                due == null ? null : LocalDate.parse(String.valueOf(due)));
    }

    static ConferenceDay day(Entry entry) {
        return new ConferenceDay(
                date(entry, "conferenceOn"), text(entry, "startsAt"), text(entry, "venue"), entry.text("whyLate"));
    }
}
