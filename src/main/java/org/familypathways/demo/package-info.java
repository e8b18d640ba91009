/**
 * Synthetic families for somebody who tries the application: made once, by doing in the real pathways what workers would
 * do. Nobody in them exists, and every page says so.
 */
@NullMarked
package org.familypathways.demo;

import org.jspecify.annotations.NullMarked;
