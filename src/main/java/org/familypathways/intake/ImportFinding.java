package org.familypathways.intake;

import org.jspecify.annotations.Nullable;

/**
 * What was wrong with a child of an imported census file.
 *
 * @param line where it stands in the file
 * @param laChildId the authority's number of the child, when the file gives a valid one
 * @param rejected whether it kept the child out
 * @param rule the number of the census's rule, or what kind of fault it is
 */
public record ImportFinding(int line, @Nullable String laChildId, boolean rejected, String rule, String sentence) {}
