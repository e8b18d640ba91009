package org.familypathways.home;

import java.util.List;
import java.util.Map;

/** What is there to do for a worker, as the engine knows it. */
public interface OpenTasks {

    /** How many tasks the worker holds, and how many are offered to them. */
    record Count(int held, int offered) {

        public int all() {
            return held + offered;
        }
    }

    /** A count for every state. */
    Map<DueState, Count> count(String accountId);

    /** Those that are due first. */
    List<OpenTask> next(String accountId, int limit);

    /** The lists in Tasklist that hold the tasks of a state, by their ids; none for a state without such a list. */
    Map<DueState, String> lists();
}
