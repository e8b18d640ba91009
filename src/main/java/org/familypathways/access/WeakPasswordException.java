package org.familypathways.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A password that would be guessed too soon, or of which only the beginning would count. As the National Cyber Security
 * Centre and NIST SP 800-63B advise, length counts and a mixture of characters does not; what is in common use is refused.
 */
public final class WeakPasswordException extends RuntimeException {

    static final int SHORTEST = 14;
    /** What the one-way function takes in, in bytes. */
    static final int LONGEST = 72;
    /** A power of ten; whoever tries lists, names, dates and patterns first would need so many guesses. */
    private static final double GUESSES = 10;

    private static final List<String> EXPECTED_HERE = List.of("familypathways", "family", "pathways", "safeguarding");
    private static final Zxcvbn GUESSER = new Zxcvbn();

    private WeakPasswordException(String sentence) {
        super(sentence);
    }

    /** Length protects better than odd characters; a password that contains the account name protects nothing. */
    static void requireStrong(String accountId, String password) {
        if (password.length() < SHORTEST) {
            throw new WeakPasswordException("A password needs at least %d characters.".formatted(SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new WeakPasswordException("A password can have at most %d characters.".formatted(LONGEST));
        }
        if (password.toLowerCase(Locale.ROOT).contains(accountId.toLowerCase(Locale.ROOT))) {
            throw new WeakPasswordException("A password must not contain the account name.");
        }
        if (password.chars().distinct().count() < 6) {
            throw new WeakPasswordException("A password needs at least six different characters.");
        }
        var expected = Stream.concat(EXPECTED_HERE.stream(), Stream.of(accountId.split("[._-]")))
                .toList();
        if (GUESSER.measure(password, expected).getGuessesLog10() < GUESSES) {
            throw new WeakPasswordException(
                    "This password is in common use, or made of what is. Choose words that have nothing to do with each other.");
        }
    }
}
