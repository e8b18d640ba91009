/**
 * Tells people what happened: who is told what, by which way, and what became of it. Workers get a reference and a link;
 * family members are reached only by a way that is recorded as safe. Nothing is sent twice, and no pathway waits for it.
 */
@NullMarked
package org.familypathways.notification;

import org.jspecify.annotations.NullMarked;
