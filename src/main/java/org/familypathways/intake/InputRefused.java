package org.familypathways.intake;

/** Something that a person or a program sent cannot be used. The message is a plain sentence for them. */
public class InputRefused extends RuntimeException {

    private final String field;

    InputRefused(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /** What it is about, by the name that the sender gave it. */
    public String field() {
        return field;
    }
}
