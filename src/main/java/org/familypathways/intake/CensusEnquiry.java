package org.familypathways.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A section 47 enquiry.
 *
 * @param conferenceDue the day by which the initial conference should have been held
 * @param conferenceOn the day it was held
 */
record CensusEnquiry(
        int line,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate conferenceDue,
        @Nullable LocalDate conferenceOn,
        boolean conferenceNotRequired) {

    boolean isOpen() {
        return conferenceOn == null && !conferenceNotRequired;
    }

    /** The day it ended as far as the file tells; an enquiry that needed no conference names none. */
    @Nullable
    LocalDate endedOn() {
        return conferenceOn != null ? conferenceOn : conferenceNotRequired ? startedOn : null;
    }
}
