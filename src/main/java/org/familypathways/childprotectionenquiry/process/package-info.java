/** The steps that the enquiry's model asks the system to take. */
@NullMarked
package org.familypathways.childprotectionenquiry.process;

import org.jspecify.annotations.NullMarked;
