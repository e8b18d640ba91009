package org.familypathways.crash;

/**
 * Something that is true whenever nobody is in the middle of a transaction.
 *
 * @param sentence what is true
 * @param violations a query for the rows that show it is not, one text column
 */
record Invariant(String sentence, String violations) {}
