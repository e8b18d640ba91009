package org.familypathways.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on record about reaching one person of a family's network.
 *
 * @param name how the person is called
 * @param safeWay what the person, or the check of safety, named as the safe way; none when nobody has recorded one
 * @param email their e-mail address
 * @param emailIsShared whether others may read what is sent to it
 * @param letterLines the safe address, a line each
 * @param separateContact whether they must be reached apart from others of the family
 * @param excludedFromConference whether they may not take part in the conference, for somebody's safety
 */
record FamilyContact(
        String name,
        @Nullable SafeWay safeWay,
        @Nullable String email,
        boolean emailIsShared,
        List<String> letterLines,
        boolean separateContact,
        boolean excludedFromConference) {

    enum SafeWay {
        EMAIL,
        LETTER,
        /** By telephone, in person, through somebody trusted: a person does it, not this application. */
        BY_A_WORKER
    }

    FamilyContact {
        letterLines = List.copyOf(letterLines);
    }
}
