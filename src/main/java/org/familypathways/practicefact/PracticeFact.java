package org.familypathways.practicefact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that practice counts, as a record class named in the past tense ({@code ConferenceHeld}). Its components
 * are references, codes, dates, numbers and flags, never what people wrote.
 */
public interface PracticeFact {

    String familyId();

    /** The child it is about, when it is about one. */
    default @Nullable String childId() {
        return null;
    }

    /** The day it happened, which may be before the day it was recorded. */
    LocalDate happenedOn();
}
