package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** A conference became urgent: it is to be held within 24 hours. */
public record UrgentConferenceBegun(String familyId, LocalDate happenedOn) implements PracticeFact {}
