package org.familypathways.record;

import java.time.Instant;

/**
 * A family as the department knows it: the children who live or belong together.
 *
 * @param id the reference, for example {@code F-000123}
 * @param area the part of the authority whose teams serve it
 */
public record Family(String id, String area, Instant createdAt) {}
