package org.familypathways.record;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An adult around the children: a parent, a relative, a friend, or a professional whom the family wants there.
 *
 * @param relation how the person belongs to the children, in a word: mother, grandfather, neighbour, teacher
 * @param parentalResponsibility whether the person holds parental responsibility in law
 * @param safeContact how the person wants to be reached and safely can be: {@code email}, {@code letter},
 *     {@code telephone} or {@code in-person}; null while nobody has asked
 * @param safeAddress where letters may go when the usual address is not safe
 * @param separateContact that the person must never be contacted together with, or through, another
 * @param invited that the family wants the person at its conference
 * @param excludedBecause why the person may not take part, for safety; null when nothing stands against it
 */
public record NetworkMember(
        String id,
        String familyId,
        String firstName,
        String lastName,
        String relation,
        boolean parentalResponsibility,
        @Nullable String agency,
        @Nullable String email,
        @Nullable String telephone,
        @Nullable String address,
        @Nullable String safeContact,
        @Nullable String safeAddress,
        boolean separateContact,
        @Nullable String language,
        boolean interpreter,
        boolean invited,
        @Nullable String excludedBecause) {

    public String displayName() {
        return firstName + " " + lastName;
    }

    /**
     * Where letters may go, a line each; empty when no place is known to be safe. The usual address will do only for
     * somebody who need not be reached apart from others.
     */
    List<String> letterLines(boolean usualWillDo) {
        String safe = strip(safeAddress);
        String lines = safe.isEmpty() && !separateContact && usualWillDo ? strip(address) : safe;
        return Stream.of(lines.split("[\\n,]"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
