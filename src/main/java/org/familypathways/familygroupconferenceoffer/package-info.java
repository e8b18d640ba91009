/**
 * Offers of a Family Group Conference, as Leeds makes them: to every family of which an initial child protection
 * conference spoke, and to those that get a letter before proceedings (Children Act 1989, section 31ZA), that are helped
 * at the edge of care or that a worker refers. Everybody who holds parental responsibility is asked, safely and by
 * somebody independent; saying no is never held against a family.
 */
@NullMarked
package org.familypathways.familygroupconferenceoffer;

import org.jspecify.annotations.NullMarked;
