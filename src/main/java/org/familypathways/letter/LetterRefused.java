package org.familypathways.letter;

/** A letter cannot be written, or not to this person. The message is a sentence for the worker who wanted it. */
public final class LetterRefused extends RuntimeException {

    public LetterRefused(String sentence) {
        super(sentence);
    }

    /** What the worker reads. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
