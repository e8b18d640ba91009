package org.familypathways.timescale;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;
import org.jspecify.annotations.Nullable;

/** What had been counted as late was in time after all: it was recorded late, or a date had been wrong. */
public record TimescaleBreachWithdrawn(
        String familyId, @Nullable String childId, long clockId, String code, LocalDate happenedOn)
        implements PracticeFact {

    static TimescaleBreachWithdrawn from(StatutoryClock clock, LocalDate today) {
        return new TimescaleBreachWithdrawn(
                clock.subject().familyId(),
                clock.subject().childId(),
                clock.id(),
                clock.rule().code(),
                today);
    }
}
