package org.familypathways.record;

/** An action with the plan to which it belongs. */
public record PlannedAction(FamilyPlan plan, FamilyPlan.Action action) {}
