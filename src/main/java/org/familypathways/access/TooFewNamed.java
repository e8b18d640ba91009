package org.familypathways.access;

/**
 * Somebody who was named for a restricted family has left or has a conflict of interest with it.
 *
 * @param left how many of the named people still see it: one, or nobody
 */
public record TooFewNamed(String familyId, int left) {}
