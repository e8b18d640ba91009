/**
 * The family's record: the children and the people around them, who works with them, what was written at each step, and
 * the plans that families made. What people write stands here and nowhere else; the workflow engine holds references.
 */
@NullMarked
package org.familypathways.record;

import org.jspecify.annotations.NullMarked;
