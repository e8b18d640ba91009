package org.familypathways.record.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.familypathways.access.Workers;
import org.familypathways.engine.FormDefinition;
import org.familypathways.engine.FormVersions;
import org.familypathways.engine.FormVersions.FormVersion;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.Entry;
import org.familypathways.record.RecordEntries;
import org.familypathways.record.process.CaseModels;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was written about a family, in words; the same few statements however much it is. */
@Component
class Timeline {

    static final int ON_A_PAGE = 20;
    private static final String ACCOUNT = "[a-z0-9]+([._-][a-z0-9]+)*";

    private final RecordEntries entries;
    private final FormVersions forms;
    private final CaseModels models;
    private final Workers workers;

    Timeline(RecordEntries entries, FormVersions forms, CaseModels models, Workers workers) {
        this.entries = entries;
        this.forms = forms;
        this.models = models;
        this.workers = workers;
    }

    int pages(String familyId) {
        return Math.max(1, (entries.countOfFamily(familyId) + ON_A_PAGE - 1) / ON_A_PAGE);
    }

    /**
     * Newest first.
     *
     * @param page from 1
     * @param people the names of the family's people by their reference
     */
    List<TimelineEntry> page(String familyId, int page, Map<String, String> people) {
        var found = entries.ofFamily(familyId, (page - 1) * ON_A_PAGE, ON_A_PAGE);
        var asked = forms.find(found.stream().map(Timeline::form).distinct().toList());
        var known = new HashMap<>(people);
        known.putAll(workers.names(
                found.stream().flatMap(Timeline::accounts).distinct().toList()));
        var names = models.of(found.stream()
                .map(Entry::processInstanceId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream()
                .map(entry -> readable(entry, asked.get(form(entry)), names, known))
                .toList();
    }

    private static TimelineEntry readable(
            Entry entry, @Nullable FormDefinition form, CaseModels.Names names, Map<String, String> known) {
        return new TimelineEntry(
                entry.entryId(),
                entry.version(),
                names.step(entry.processInstanceId(), entry.taskKey()),
                names.pathway(entry.processInstanceId(), entry.pathway()),
                entry.author(),
                who(entry, known),
                EnglishTime.moment(entry.recordedAt()),
                about(entry, known),
                change(entry),
                entry.changeReason(),
                "withdrawn".equals(entry.change()),
                ReadableAnswers.of(form, entry.answers(), known));
    }

    /** The author, for whom they acted, and whoever may have been chosen in a form whose choices come from the case. */
    private static Stream<String> accounts(Entry entry) {
        return Stream.concat(
                Stream.of(entry.author(), entry.actedFor()).filter(Objects::nonNull),
                entry.answers().values().stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(answer -> answer.matches(ACCOUNT)));
    }

    private static String who(Entry entry, Map<String, String> known) {
        String author = known.getOrDefault(entry.author(), entry.author());
        String absent = entry.actedFor();
        return absent == null ? author : "%s for %s".formatted(author, known.getOrDefault(absent, absent));
    }

    private static @Nullable String about(Entry entry, Map<String, String> people) {
        String reference = entry.personId() == null ? entry.childId() : entry.personId();
        return reference == null ? null : people.getOrDefault(reference, reference);
    }

    private static @Nullable String change(Entry entry) {
        return switch (String.valueOf(entry.change())) {
            case "withdrawn" -> "Withdrawn";
            case "moved" -> "Moved to this child";
            case "corrected" -> "Corrected";
            default -> null;
        };
    }

    private static FormVersion form(Entry entry) {
        return new FormVersion(entry.formId(), entry.formVersion());
    }
}
