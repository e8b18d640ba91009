package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A day was set for a Family Group Conference, for the first time or again. */
public record ConferenceBooked(String familyId, LocalDate happenedOn, LocalDate conferenceOn) implements PracticeFact {}
