package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** An initial child protection conference could decide nothing because too few agencies came. */
public record InitialConferenceNotQuorate(String familyId, LocalDate happenedOn) implements PracticeFact {}
