package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A co-ordinator could not go on, and another one was asked for. */
public record CoordinatorSought(String familyId, LocalDate happenedOn) implements PracticeFact {}
