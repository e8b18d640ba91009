package org.familypathways.timescale;

import java.util.Optional;

/** What a clock does to the work of its case: the open tasks and waiting timers that name its code. */
public interface CaseWork {

    /** Gives the open tasks and waiting timers the clock's dates. */
    void move(StatutoryClock clock);

    /** Makes the open tasks at least as urgent as that. */
    void raise(StatutoryClock clock, int priority);

    /** Makes the open tasks exactly as urgent as that, because the clock was corrected. */
    void setPriority(StatutoryClock clock, int priority);

    /** The account of the worker who has claimed a task of the clock. */
    Optional<String> worker(StatutoryClock clock);

    /** Asks a manager to explain why the clock was missed. */
    void askForExplanation(StatutoryClock clock);

    /** Nothing was missed after all: nobody needs to explain. */
    void withdrawExplanation(StatutoryClock clock);
}
