/**
 * Working days and statutory clocks: when something is due, when to warn, whether it was met or breached and why.
 * Every number comes from the decision table {@code bpmn/timescales.dmn}.
 */
@NullMarked
package org.familypathways.timescale;

import org.jspecify.annotations.NullMarked;
