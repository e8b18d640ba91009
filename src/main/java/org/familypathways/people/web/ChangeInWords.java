package org.familypathways.people.web;

import java.util.List;
import java.util.Objects;
import org.familypathways.access.PeopleLog.Change;
import org.familypathways.access.Workers;
import org.familypathways.record.EnglishTime;

/** A change of a worker or a team as people read it. */
record ChangeInWords(String when, String who, String what, String before, String after) {

    static List<ChangeInWords> of(List<Change> changes, Workers workers) {
        var names = workers.names(changes.stream()
                .map(Change::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return changes.stream()
                .map(change -> new ChangeInWords(
                        EnglishTime.moment(change.at()),
                        change.by() == null ? "The system" : names.getOrDefault(change.by(), change.by()),
                        change.what(),
                        Objects.requireNonNullElse(change.before(), ""),
                        Objects.requireNonNullElse(change.after(), "")))
                .toList();
    }
}
