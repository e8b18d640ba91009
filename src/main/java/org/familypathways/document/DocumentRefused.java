package org.familypathways.document;

/** A document cannot be taken, or not be changed now. The message is a sentence for the worker who brought it. */
public final class DocumentRefused extends RuntimeException {

    public DocumentRefused(String sentence) {
        super(sentence);
    }

    /** What the worker reads. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
