package org.familypathways.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A child protection plan with its review conferences; it has no end while it is open. */
record CensusProtectionPlan(
        int line, @Nullable LocalDate startedOn, @Nullable LocalDate endedOn, List<LocalDate> reviews) {}
