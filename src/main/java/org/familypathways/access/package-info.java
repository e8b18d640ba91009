/** Who works here, in which roles and teams, who may see which family, and the log of who read what. */
@NullMarked
package org.familypathways.access;

import org.jspecify.annotations.NullMarked;
