package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * A Family Group Conference was not held and will not be.
 *
 * @param reason {@code family-choice} or {@code unsafe}
 */
public record FamilyGroupConferenceNotHeld(String familyId, LocalDate happenedOn, String reason)
        implements PracticeFact {}
