package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * A service manager decided what a family plan gets.
 *
 * @param decision {@code approved}, {@code partly} or {@code refused}
 */
public record PlanResourcesDecided(String familyId, LocalDate happenedOn, String decision) implements PracticeFact {}
