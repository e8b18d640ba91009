/** The pages on which workers write letters from a family's record. */
@NullMarked
package org.familypathways.letter.web;

import org.jspecify.annotations.NullMarked;
