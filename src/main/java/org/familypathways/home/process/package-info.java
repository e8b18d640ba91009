/** The open tasks of a worker, as the engine knows them. */
@NullMarked
package org.familypathways.home.process;

import org.jspecify.annotations.NullMarked;
