package org.familypathways.access;

/** A start that is refused because something unsafe or missing is configured. */
final class UnsafeSettingsException extends RuntimeException {

    private final String whatToDo;

    UnsafeSettingsException(String sentence, String whatToDo) {
        super(sentence);
        this.whatToDo = whatToDo;
    }

    String whatToDo() {
        return whatToDo;
    }
}
