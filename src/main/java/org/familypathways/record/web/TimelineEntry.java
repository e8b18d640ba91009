package org.familypathways.record.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the family's record as people read it.
 *
 * @param step what was done, for example "Decide what happens next"
 * @param pathway the pathway in which it was done
 * @param author the account of whoever wrote this version
 * @param about the child or person whom it concerns; null when it concerns the whole family
 * @param change how this version came about; null for the first version
 * @param withdrawn whether nothing is left of it but this mark
 */
record TimelineEntry(
        long entryId,
        int version,
        String step,
        String pathway,
        String author,
        String who,
        String when,
        @Nullable String about,
        @Nullable String change,
        @Nullable String changeReason,
        boolean withdrawn,
        List<ReadableAnswer> answers) {}
