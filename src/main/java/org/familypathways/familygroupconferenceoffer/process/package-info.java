/** The steps that the offer's model asks the system to take. */
@NullMarked
package org.familypathways.familygroupconferenceoffer.process;

import org.jspecify.annotations.NullMarked;
