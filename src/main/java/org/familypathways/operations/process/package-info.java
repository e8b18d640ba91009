/** How the engine and its tables are asked what stopped and what waits, and told to try again. */
@NullMarked
package org.familypathways.operations.process;

import org.jspecify.annotations.NullMarked;
