package org.familypathways.timescale;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;
import org.jspecify.annotations.Nullable;

/** Something with a timescale was done, in time or late. */
public record TimescaleMet(
        String familyId,
        @Nullable String childId,
        long clockId,
        String code,
        LocalDate startedOn,
        LocalDate dueOn,
        LocalDate happenedOn,
        boolean inTime)
        implements PracticeFact {

    static TimescaleMet by(StatutoryClock clock, LocalDate metOn, boolean inTime) {
        return new TimescaleMet(
                clock.subject().familyId(),
                clock.subject().childId(),
                clock.id(),
                clock.rule().code(),
                clock.startedOn(),
                clock.dueOn(),
                metOn,
                inTime);
    }
}
