package org.familypathways.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A password that would be guessed too soon, or of which only the beginning would count. */
final class WeakPasswordException extends RuntimeException {

    static final int SHORTEST = 14;
    /** What the one-way function takes in, in bytes. */
    static final int LONGEST = 72;

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
    }
}
