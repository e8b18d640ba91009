/**
 * Letters to one person of a family's network, written from the record in words that can be read in
 * {@code src/main/resources/letters}, and kept as documents. Nobody's letter says how somebody else can be reached who
 * must be contacted apart.
 */
@NullMarked
package org.familypathways.letter;

import org.jspecify.annotations.NullMarked;
