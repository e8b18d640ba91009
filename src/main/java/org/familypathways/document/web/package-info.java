/** The pages on which workers attach, read, replace and withdraw documents of a family's record. */
@NullMarked
package org.familypathways.document.web;

import org.jspecify.annotations.NullMarked;
