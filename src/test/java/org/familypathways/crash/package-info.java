/**
 * Kills the real application at random moments while it works, starts it again, and asks whether record, facts, clocks,
 * notifications and engine still agree. A new pathway joins in by a {@link org.familypathways.crash.JourneyDriver}.
 */
package org.familypathways.crash;
