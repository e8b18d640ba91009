/**
 * Looking after the people who work here: who they are, in which roles and teams, when they are away and who acts for them
 * meanwhile, and how their work goes on when they leave.
 */
@NullMarked
package org.familypathways.people;

import org.jspecify.annotations.NullMarked;
