package org.familypathways.document;

import java.time.Instant;
import java.util.List;
import org.familypathways.record.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A document of a family's record. It comes with an entry, may be replaced by a newer version, and may be withdrawn; the
 * versions before, and what was withdrawn, are kept.
 *
 * @param origin the entry with which it came
 * @param title what people call it
 * @param versions newest first; never empty
 */
public record Document(
        long id,
        Origin origin,
        String title,
        List<Version> versions,
        @Nullable Withdrawal withdrawal) {

    public Document {
        versions = List.copyOf(versions);
    }

    public long entryId() {
        return origin.entryId();
    }

    public Version newest() {
        return versions.get(0);
    }

    /** Who brought it, whoever replaced it since. */
    public String author() {
        return versions.get(versions.size() - 1).addedBy();
    }

    /**
     * Where it came from.
     *
     * @param processInstanceId the case; null when the entry was written in none
     * @param taskKey the step, by its id in the model
     * @param about the person or the child, by reference; null when it is about the family
     */
    public record Origin(
            long entryId,
            @Nullable String processInstanceId,
            String taskKey,
            @Nullable String about,
            Instant recordedAt) {

        public static Origin of(Entry entry) {
            return new Origin(
                    entry.entryId(),
                    entry.processInstanceId(),
                    entry.taskKey(),
                    entry.personId() == null ? entry.childId() : entry.personId(),
                    entry.recordedAt());
        }
    }

    /**
     * @param sha256 of the content, in hexadecimal figures
     * @param addedFor the account of the absent worker for whom they acted
     * @param reason why it replaced the one before; null for the first
     */
    public record Version(
            int number,
            String fileName,
            DocumentType type,
            long size,
            String sha256,
            String addedBy,
            @Nullable String addedFor,
            Instant addedAt,
            @Nullable String reason) {}

    /** @param actedFor the account of the absent worker for whom they acted */
    public record Withdrawal(String by, @Nullable String actedFor, Instant at, String reason) {}
}
