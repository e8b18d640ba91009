package org.familypathways.access;

import org.jspecify.annotations.Nullable;

/**
 * A team of workers.
 *
 * @param area the part of the authority it serves; none means the whole of it
 */
public record Team(
        String id, String name, TeamKind kind, @Nullable String area) {}
