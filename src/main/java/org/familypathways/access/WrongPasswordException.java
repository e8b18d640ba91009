package org.familypathways.access;

/** Whoever wants another password did not know the present one, or has tried too often. */
public final class WrongPasswordException extends RuntimeException {

    WrongPasswordException(String sentence) {
        super(sentence);
    }
}
