/**
 * Family Group Conferences: a family that agreed to one meets with the people it chooses, prepared by an independent
 * co-ordinator, makes a plan of its own, and meets again to see what became of it. What the family says in its private
 * time is never recorded.
 */
@NullMarked
package org.familypathways.familygroupconference;

import org.jspecify.annotations.NullMarked;
