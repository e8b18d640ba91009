/** What Tasklist's lists are made of, and whose task is whose. */
@NullMarked
package org.familypathways.tasklist.process;

import org.jspecify.annotations.NullMarked;
