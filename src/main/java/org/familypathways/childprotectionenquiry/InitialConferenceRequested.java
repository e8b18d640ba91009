package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A team manager asked for an initial child protection conference. */
public record InitialConferenceRequested(String familyId, LocalDate happenedOn) implements PracticeFact {}
