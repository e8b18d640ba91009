package org.familypathways.letter;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.familypathways.record.FamilyFlags;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.NetworkMembers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom a letter may reach how, and that it tells nobody where somebody can be found who must be contacted apart from
 * others. A letter that the wrong person reads can put somebody in danger.
 */
@Component
class LetterSafety {

    /** Shorter than any address, and longer than a word that means nothing by itself. */
    private static final int TELLING = 6;

    private static final Pattern POSTCODE =
            Pattern.compile("\\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\\b", Pattern.CASE_INSENSITIVE);

    private final NetworkMembers network;
    private final FamilyFlags flags;

    LetterSafety(NetworkMembers network, FamilyFlags flags) {
        this.network = network;
        this.flags = flags;
    }

    /** The lines to which it may be posted; none when it must be handed over in another way. */
    List<String> addressOf(NetworkMember to) {
        if (to.safeContact() == null) {
            throw new LetterRefused("No safe way to reach %s is recorded. Ask them, record it, then write the letter."
                    .formatted(to.displayName()));
        }
        return "letter".equals(to.safeContact()) ? flags.letterLines(to) : List.of();
    }

    /** How it may reach the person, each a sentence for the worker. */
    List<String> advice(NetworkMember to) {
        return Stream.of(
                        posting(to),
                        to.separateContact()
                                ? "%s must be contacted separately. Hand it to nobody else, and leave no copy where others see it."
                                        .formatted(to.displayName())
                                : null,
                        to.interpreter() || to.language() != null
                                ? "%s %s. Explain the letter that way too."
                                        .formatted(
                                                to.displayName(),
                                                to.interpreter() ? "needs an interpreter" : "has another language")
                                : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private String posting(NetworkMember to) {
        if (!"letter".equals(to.safeContact())) {
            return "Do not post it. The safe way to reach %s is another one, so no address stands on it."
                    .formatted(to.displayName());
        }
        return flags.letterLines(to).isEmpty()
                ? "Do not post it. No safe address of %s is recorded.".formatted(to.displayName())
                : "Post it to the address that stands on it, and to no other.";
    }

    /** @throws LetterRefused when the text tells how a parent, or who must be contacted apart, can be reached */
    void requireNothingOfOthers(NetworkMember to, String text) {
        String own = plain(to.address()) + " " + plain(to.safeAddress()) + " " + plain(to.email()) + " "
                + plain(to.telephone());
        String letter = plain(text);
        network.everOfFamily(to.familyId()).stream()
                .filter(other -> !other.id().equals(to.id()))
                .filter(this::isToldToNobody)
                .filter(other -> tellingOf(other).anyMatch(detail -> letter.contains(detail) && !own.contains(detail)))
                .findFirst()
                .ifPresent(other -> {
                    throw new LetterRefused(
                            "The letter would tell %s how %s can be reached. Correct what stands on record"
                                            .formatted(to.displayName(), other.displayName())
                                    + " first.");
                });
    }

    /** One parent's letter never says where the other lives; a grandmother at whose home they meet is another matter. */
    private boolean isToldToNobody(NetworkMember person) {
        return flags.hidesAddressOf(person.familyId(), person.id())
                || person.separateContact()
                || person.safeAddress() != null
                || person.parentalResponsibility();
    }

    private static Stream<String> tellingOf(NetworkMember other) {
        return Stream.of(other.address(), other.safeAddress(), other.email(), other.telephone())
                .filter(Objects::nonNull)
                .flatMap(detail -> Stream.concat(
                        Stream.concat(Stream.of(detail), streets(detail)),
                        POSTCODE.matcher(detail).results().map(MatchResult::group)))
                .map(LetterSafety::plain)
                .filter(detail -> detail.length() >= TELLING);
    }

    /** The parts of an address that lead to a door: {@code 14 High Street}, whatever flat stands before it. */
    private static Stream<String> streets(String address) {
        return Stream.of(address.split("[\\n,]"))
                .filter(part -> part.matches("(?s).*\\d.*") && part.matches("(?s).*\\p{L}{3}.*"));
    }

    /** However it is spaced, cased and punctuated. */
    private static String plain(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}@]", "");
    }
}
