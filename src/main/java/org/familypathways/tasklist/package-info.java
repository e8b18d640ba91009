/**
 * Where practitioners find and do their work: Tasklist with the product's name and words, ready-made lists, and drafts of
 * what somebody types. The part of it that runs in the browser stands beside Tasklist's own files, under
 * {@code META-INF/resources/webjars/camunda/app/tasklist}.
 */
@NullMarked
package org.familypathways.tasklist;

import org.jspecify.annotations.NullMarked;
