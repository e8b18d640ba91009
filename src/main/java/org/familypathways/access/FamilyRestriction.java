package org.familypathways.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That a family is, or was, there for named people only.
 *
 * @param restrictedBy the manager's account
 * @param ended how it ended; null when it holds now
 */
public record FamilyRestriction(
        String reason,
        String restrictedBy,
        Instant restrictedAt,
        List<Named> named,
        @Nullable Ended ended) {

    /** Somebody who may see the family, and who named them. */
    public record Named(String accountId, String addedBy, Instant addedAt) {}

    /** That other people were named from then on, or that the family is open again. */
    public record Ended(String by, Instant at, String reason) {}

    /** The accounts of the named people. */
    public Set<String> people() {
        return named.stream().map(Named::accountId).collect(Collectors.toSet());
    }
}
