package org.familypathways.home;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that a worker holds or may take. References only: nobody of a family is named in a list.
 *
 * @param familyId null while a referral has not found its family yet
 * @param held whether the worker holds it; otherwise it is offered to them
 */
public record OpenTask(
        String id,
        String name,
        String pathway,
        @Nullable String familyId,
        @Nullable Instant due,
        boolean held) {}
