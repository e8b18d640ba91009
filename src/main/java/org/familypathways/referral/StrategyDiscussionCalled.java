package org.familypathways.referral;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A strategy discussion was called for because a referred child may be in danger, before the referral was decided. */
public record StrategyDiscussionCalled(String familyId, String childId, LocalDate happenedOn) implements PracticeFact {}
