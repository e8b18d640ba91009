/** The pathway that carries one notification out of the house, with its retries, and how it is begun and tried again. */
@NullMarked
package org.familypathways.notification.process;

import org.jspecify.annotations.NullMarked;
