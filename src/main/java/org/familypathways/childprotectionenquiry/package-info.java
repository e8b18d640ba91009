/**
 * Child protection enquiries: from the suspicion of significant harm over the strategy discussion and the section 47
 * enquiry to the initial child protection conference, which is due fifteen working days after the strategy discussion
 * that began it all and decides for each child.
 */
@NullMarked
package org.familypathways.childprotectionenquiry;

import org.jspecify.annotations.NullMarked;
