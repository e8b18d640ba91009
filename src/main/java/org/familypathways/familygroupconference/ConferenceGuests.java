package org.familypathways.familygroupconference;

import org.familypathways.letter.LetterRefused;
import org.familypathways.record.NetworkMember;

/** Who gets letters about a conference: those whom the family wants there, and nobody who was kept away for safety. */
public final class ConferenceGuests {

    private ConferenceGuests() {}

    /** @throws LetterRefused when the person is no guest */
    public static void require(NetworkMember person) {
        if (person.excludedBecause() != null) {
            throw new LetterRefused(
                    "%s may not take part, for somebody’s safety, and gets no letter about the conference."
                            .formatted(person.displayName()));
        }
        if (!person.invited()) {
            throw new LetterRefused("%s is not on record as wanted at the conference.".formatted(person.displayName()));
        }
    }
}
