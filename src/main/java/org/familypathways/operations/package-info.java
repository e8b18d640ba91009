/**
 * What somebody who looks after the application needs to see and do, without being an engineer: what stopped, what waits
 * and what did not arrive. The same figures go to a monitoring system.
 */
@NullMarked
package org.familypathways.operations;

import org.jspecify.annotations.NullMarked;
