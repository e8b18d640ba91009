/**
 * Access as the engine sees it: who is signed in, in which groups, what a worker may do with a task, and to whom a task
 * is offered.
 */
@NullMarked
package org.familypathways.access.process;

import org.jspecify.annotations.NullMarked;
