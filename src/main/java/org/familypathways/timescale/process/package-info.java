/** Where clocks meet the engine: the decision table, due dates in models, tasks, timers and the missed timescale. */
@NullMarked
package org.familypathways.timescale.process;

import org.jspecify.annotations.NullMarked;
