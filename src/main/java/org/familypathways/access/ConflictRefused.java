package org.familypathways.access;

/** A declaration or withdrawal that the rules do not allow; the message is a sentence for the person who asked. */
public final class ConflictRefused extends RuntimeException {

    ConflictRefused(String sentence) {
        super(sentence);
    }
}
