package org.familypathways.access;

/** Other teams serve some areas than before. */
public record AreasChanged() {}
