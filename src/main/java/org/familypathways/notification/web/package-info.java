/** The page on which workers read what they were told, and operators decide about what did not arrive. */
@NullMarked
package org.familypathways.notification.web;

import org.jspecify.annotations.NullMarked;
