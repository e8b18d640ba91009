package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/**
 * A day was set for the initial child protection conference, for the first time or again.
 *
 * @param bookedFor the day of the conference
 */
public record InitialConferenceBooked(String familyId, LocalDate happenedOn, LocalDate bookedFor)
        implements PracticeFact {}
