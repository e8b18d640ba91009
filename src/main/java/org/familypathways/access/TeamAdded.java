package org.familypathways.access;

/** There is one more team. */
public record TeamAdded(Team team) {}
