package org.familypathways.timescale;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;
import org.jspecify.annotations.Nullable;

/** Something was not done in time. The work goes on; a manager explains. */
public record TimescaleBreached(
        String familyId,
        @Nullable String childId,
        long clockId,
        String code,
        LocalDate startedOn,
        LocalDate dueOn,
        LocalDate happenedOn)
        implements PracticeFact {

    static TimescaleBreached by(StatutoryClock clock) {
        return new TimescaleBreached(
                clock.subject().familyId(),
                clock.subject().childId(),
                clock.id(),
                clock.rule().code(),
                clock.startedOn(),
                clock.dueOn(),
                clock.breachAt().atZone(TimeConfiguration.ENGLAND).toLocalDate());
    }
}
