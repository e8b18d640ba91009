/** The page for administrators on which operations are looked after. */
@NullMarked
package org.familypathways.operations.web;

import org.jspecify.annotations.NullMarked;
