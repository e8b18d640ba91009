/** The page on which a team manager corrects when a timescale began. */
@NullMarked
package org.familypathways.timescale.web;

import org.jspecify.annotations.NullMarked;
