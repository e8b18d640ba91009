package org.familypathways.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of the application itself that was tried several times in vain and now waits for a person. References only.
 *
 * @param id by which it is tried again
 * @param pathway what people call the pathway; nothing for work that belongs to none
 * @param step what people call the step
 * @param caseReference the case's own name, which a technician finds in the log
 * @param delivers whether it is the delivery of a notification, which has a page of its own
 */
public record StoppedStep(
        String id,
        @Nullable String pathway,
        @Nullable String step,
        @Nullable String familyId,
        @Nullable String caseReference,
        Instant since,
        boolean delivers) {}
