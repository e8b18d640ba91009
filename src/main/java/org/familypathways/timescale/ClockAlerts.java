package org.familypathways.timescale;

/** How people hear that a clock warns or was missed. */
public interface ClockAlerts {

    /** The clock has just reached its stage. */
    void raise(StatutoryClock clock);
}
