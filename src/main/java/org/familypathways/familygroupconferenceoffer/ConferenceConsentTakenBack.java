package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import org.familypathways.practicefact.PracticeFact;

/** Somebody who had signed that information may be shared took that back before the conference was prepared. */
public record ConferenceConsentTakenBack(String familyId, LocalDate happenedOn, String personId)
        implements PracticeFact {}
