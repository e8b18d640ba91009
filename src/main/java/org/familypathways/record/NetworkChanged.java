package org.familypathways.record;

/** Who belongs to the family's network, or is to be invited, has changed, in the transaction in which this is heard. */
public record NetworkChanged(String familyId) {}
