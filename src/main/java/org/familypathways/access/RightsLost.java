package org.familypathways.access;

/** A worker may do less than before: they have left, a role was taken from them, or they act for somebody no more. */
public record RightsLost(String accountId) {}
