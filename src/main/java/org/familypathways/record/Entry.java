package org.familypathways.record;

import java.time.Instant;
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
        Instant recordedAt,
        Map<String, Object> answers,
        @Nullable String change,
        @Nullable String changeReason) {

    /** An answer as text; null when the question was not answered. */
    public @Nullable String text(String key) {
        Object answer = answers.get(key);
        return answer == null ? null : String.valueOf(answer);
    }
}
