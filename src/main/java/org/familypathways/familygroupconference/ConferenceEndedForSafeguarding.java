package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A conference ended because a child protection enquiry came first. */
public record ConferenceEndedForSafeguarding(String familyId, LocalDate happenedOn) implements PracticeFact {}
