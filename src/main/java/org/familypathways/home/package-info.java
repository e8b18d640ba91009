/** What every page has in common, and the first page after the sign-in, which tells each worker what they can do next. */
@NullMarked
package org.familypathways.home;

import org.jspecify.annotations.NullMarked;
