package org.familypathways.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one worker wrote at one step, as a version: an entry is corrected by a new version and never overwritten.
 *
 * @param entryId the entry, whatever its version
 * @param pathway the process key of the case in which it was written; {@code record} when it was in none
 * @param taskKey the step, by its id in the model
 * @param answers by question key; empty after the entry was withdrawn
 * @param change null for the first version; {@code corrected}, {@code withdrawn}, or {@code moved} from another child
 */
public record Entry(
        long entryId,
        int version,
        @Nullable String familyId,
        @Nullable String childId,
        @Nullable String personId,
        String pathway,
        @Nullable String processInstanceId,
        String taskKey,
        String formId,
        int formVersion,
        String author,
        @Nullable String actedFor,
        Instant recordedAt,
        Map<String, Object> answers,
        @Nullable String change,
        @Nullable String changeReason) {

    /** An answer as text; null when the question was not answered. */
    public @Nullable String text(String key) {
        Object answer = answers.get(key);
        return answer == null ? null : String.valueOf(answer);
    }

    /** @throws IllegalStateException when the question, which its form requires, was not answered */
    public String required(String key) {
        String answer = text(key);
        if (answer == null) {
            throw new IllegalStateException("Entry %d has no answer to %s".formatted(entryId, key));
        }
        return answer;
    }

    /** @throws IllegalStateException when the question, which its form requires, was not answered */
    public LocalDate date(String key) {
        return LocalDate.parse(required(key));
    }

    /** A time of day; null when the question was not answered. */
    public @Nullable LocalTime time(String key) {
        String answer = text(key);
        return answer == null ? null : LocalTime.parse(answer);
    }

    /** The codes that were ticked; none when nothing was, or the question was not asked. */
    public List<String> codes(String key) {
        return answers.get(key) instanceof Collection<?> ticked
                ? ticked.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The rows of a list; none when the list is empty. */
    public List<Map<?, ?>> rows(String key) {
        return answers.get(key) instanceof Collection<?> rows
                ? rows.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(row -> (Map<?, ?>) row)
                        .toList()
                : List.of();
    }
}
