/** The steps that the referral's model asks the system to take. */
@NullMarked
package org.familypathways.referral.process;

import org.jspecify.annotations.NullMarked;
