package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;
import org.jspecify.annotations.Nullable;

/**
 * Nobody said yes to a Family Group Conference and somebody said no.
 *
 * @param reason the main reason that was given, by its code
 */
public record ConferenceDeclined(
        String familyId, LocalDate happenedOn, @Nullable String reason) implements PracticeFact {}
