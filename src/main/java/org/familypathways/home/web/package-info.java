/** The frame around every page, the home page, and the pages for what went wrong. */
@NullMarked
package org.familypathways.home.web;

import org.jspecify.annotations.NullMarked;
