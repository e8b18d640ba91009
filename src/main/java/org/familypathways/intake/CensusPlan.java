package org.familypathways.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A child in need plan; it has no end while it is open. */
record CensusPlan(
        int line, @Nullable LocalDate startedOn, @Nullable LocalDate endedOn) {}
