/** Pages for administrators, and for whoever is away, leaves or acts for a colleague. */
@NullMarked
package org.familypathways.people.web;

import org.jspecify.annotations.NullMarked;
