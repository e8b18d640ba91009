package org.familypathways.record;

/**
 * What was written about the wrong child stands about the right one now, in the transaction in which this is heard.
 * Whoever keeps rows by entry gives them the new number.
 */
public record EntryMoved(long from, long to) {}
