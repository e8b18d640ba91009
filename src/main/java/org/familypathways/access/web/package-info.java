/** The doors: signing in and out, and what stands in front of pages, Tasklist and REST. */
@NullMarked
package org.familypathways.access.web;

import org.jspecify.annotations.NullMarked;
