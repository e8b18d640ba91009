package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** During a conference or its preparation somebody learned of possible significant harm. */
public record ConferenceConcernReported(String familyId, LocalDate happenedOn) implements PracticeFact {}
