package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * No plan came of the conference.
 *
 * @param reason {@code not-agreed}, which is always for safety, or {@code no-plan}
 */
public record FamilyPlanNotAgreed(String familyId, LocalDate happenedOn, String reason) implements PracticeFact {}
