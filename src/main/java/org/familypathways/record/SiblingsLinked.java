package org.familypathways.record;

import java.util.Set;

/**
 * Children have joined the family to which their siblings belong, in the transaction in which this is heard. Whoever
 * keeps rows by family gives those of the children, or of the whole family, the new reference.
 *
 * @param wholeFamily whether nobody stays: then people, plans and open cases have moved as well
 */
public record SiblingsLinked(String from, String to, Set<String> childIds, boolean wholeFamily) {}
