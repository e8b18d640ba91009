package org.familypathways.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One census file that somebody brought in, how far it got and what came of it.
 *
 * @param asOf the day up to which its conferences may lead to an offer
 * @param area the area whose teams serve the families that are new
 * @param remark what is unusual about the file as a whole
 * @param stoppedBecause why the rest of the file, or all of it, was not read
 */
public record CensusImport(
        long id,
        String fileName,
        String uploadedBy,
        Instant uploadedAt,
        LocalDate asOf,
        String area,
        ImportState state,
        @Nullable Integer censusYear,
        @Nullable LocalDate referenceDate,
        @Nullable String authority,
        @Nullable String remark,
        Counts counts,
        @Nullable String stoppedBecause,
        @Nullable Instant finishedAt) {

    /** What was read, and what of it is new; importing a file again brings nothing new. */
    public record Counts(
            int childrenRead,
            int childrenAccepted,
            int childrenRejected,
            int childrenWarned,
            int childrenNew,
            int episodesRead,
            int episodesNew,
            int conferencesRead,
            int conferencesNew,
            int offersBegun) {}
}
