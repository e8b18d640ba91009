package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * The family met again about its plan.
 *
 * @param outcome {@code continue}, {@code amend} or {@code close}
 */
public record ReviewConferenceHeld(String familyId, LocalDate happenedOn, String outcome) implements PracticeFact {}
