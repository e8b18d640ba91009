/** The steps that the model of the Family Group Conference asks the system to take. */
@NullMarked
package org.familypathways.familygroupconference.process;

import org.jspecify.annotations.NullMarked;
