/**
 * The workflow engine and how this application keeps it in its place: variables, forms, messages, deployment and the
 * doors to it. Knows nothing about social work.
 */
@NullMarked
package org.familypathways.engine;

import org.jspecify.annotations.NullMarked;
