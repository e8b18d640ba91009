package org.familypathways.intake;

import java.util.Locale;

/** How far the import of a census file has got. */
public enum ImportState {
    WAITING("Waiting"),
    READING("Reading the file"),
    OFFERING("Beginning offers"),
    FINISHED("Finished"),
    STOPPED("Stopped part-way"),
    REFUSED("Refused"),
    FAILED("Failed");

    private final String title;

    ImportState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether nothing more will happen. */
    public boolean isOver() {
        return ordinal() >= FINISHED.ordinal();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
