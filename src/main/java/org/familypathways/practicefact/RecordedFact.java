package org.familypathways.practicefact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A practice fact as it is kept.
 *
 * @param type the name of its class, for example {@code ConferenceHeld}
 * @param recordedBy the worker's account; null when the system found out by itself
 * @param actedFor the account of the absent worker for whom they acted
 * @param details the fact's own components by name
 */
public record RecordedFact(
        String type,
        @Nullable String childId,
        LocalDate happenedOn,
        Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable String actedFor,
        Map<String, Object> details) {}
