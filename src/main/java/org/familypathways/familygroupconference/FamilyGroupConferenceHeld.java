package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;
import org.jspecify.annotations.Nullable;

/**
 * A Family Group Conference was held.
 *
 * @param attendees how many people came
 * @param privateMinutes how long the family had to itself; null when there was no private family time
 */
public record FamilyGroupConferenceHeld(
        String familyId,
        LocalDate happenedOn,
        int attendees,
        @Nullable Integer privateMinutes) implements PracticeFact {}
