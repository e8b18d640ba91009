package org.familypathways.intake;

/**
 * Something wrong with one child of a census file.
 *
 * @param line where it stands in the file
 * @param rule the number of the census's own rule; {@code schema}, {@code identity} or {@code order} where it has none
 * @param sentence what is wrong, in plain words; names the child by nothing but dates and codes
 */
record CensusFinding(int line, String rule, String sentence) {

    static final String SCHEMA = "schema";
    static final String IDENTITY = "identity";
    static final String ORDER = "order";
}
