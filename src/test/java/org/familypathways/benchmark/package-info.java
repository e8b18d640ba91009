/**
 * How fast the application is and how much memory it needs, as a table: {@code mvn -Pbenchmark verify}. The last table
 * that somebody measured stands in {@code docs/benchmark.md}. Nothing here fails because it was slow.
 */
@NullMarked
package org.familypathways.benchmark;

import org.jspecify.annotations.NullMarked;
