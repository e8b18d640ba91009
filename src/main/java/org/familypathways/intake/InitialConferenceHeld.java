package org.familypathways.intake;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** An initial child protection conference was held, as a census file tells. */
record InitialConferenceHeld(String familyId, String childId, LocalDate happenedOn, LocalDate referredOn)
        implements PracticeFact {}
