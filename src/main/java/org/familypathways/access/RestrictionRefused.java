package org.familypathways.access;

/** A restriction that the rules do not allow; the message is a sentence for the person who asked. */
public final class RestrictionRefused extends RuntimeException {

    RestrictionRefused(String sentence) {
        super(sentence);
    }
}
