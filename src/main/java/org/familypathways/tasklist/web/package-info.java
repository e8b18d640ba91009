/** Drafts for the forms in Tasklist, and plain sentences where something is refused. */
@NullMarked
package org.familypathways.tasklist.web;

import org.jspecify.annotations.NullMarked;
