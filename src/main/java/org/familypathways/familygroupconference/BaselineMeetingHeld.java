package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** Co-ordinator and referrer agreed purpose, questions and bottom lines. */
public record BaselineMeetingHeld(String familyId, LocalDate happenedOn) implements PracticeFact {}
