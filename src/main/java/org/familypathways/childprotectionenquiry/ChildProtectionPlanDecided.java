package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;
import org.jspecify.annotations.Nullable;

/**
 * A conference decided whether the child needs a child protection plan. A plan begins on the day of the conference.
 *
 * @param category the census's code of the category of abuse; null without a plan
 * @param insteadOfPlan what happens without a plan; null with one
 */
public record ChildProtectionPlanDecided(
        String familyId,
        String childId,
        LocalDate happenedOn,
        boolean planMade,
        @Nullable String category,
        @Nullable String insteadOfPlan)
        implements PracticeFact {}
