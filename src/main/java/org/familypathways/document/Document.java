package org.familypathways.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of a family's record. It comes with an entry, may be replaced by a newer version, and may be withdrawn; the
 * versions before, and what was withdrawn, are kept.
 *
 * @param title what people call it
 * @param versions newest first; never empty
 */
public record Document(
        long id,
        long entryId,
        String title,
        List<Version> versions,
        @Nullable Withdrawal withdrawal) {

    public Document {
        versions = List.copyOf(versions);
    }

    public Version newest() {
        return versions.get(0);
    }

    /** Who brought it, whoever replaced it since. */
    public String author() {
        return versions.get(versions.size() - 1).addedBy();
    }

    /**
     * @param sha256 of the content, in hexadecimal figures
     * @param reason why it replaced the one before; null for the first
     */
    public record Version(
            int number,
            String fileName,
            DocumentType type,
            long size,
            String sha256,
            String addedBy,
            Instant addedAt,
            @Nullable String reason) {}

    public record Withdrawal(String by, Instant at, String reason) {}
}
