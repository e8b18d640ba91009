package org.familypathways.intake;

import java.util.ArrayList;
import java.util.List;

/** One element below {@code Child}, as it stands in the file. A child's tree is small; the file's never exists. */
final class CensusElement {

    final String name;
    final int line;
    final List<CensusElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    CensusElement(String name, int line) {
        this.name = name;
        this.line = line;
    }

    void append(CharSequence more) {
        text.append(more);
    }

    int length() {
        return text.length();
    }

    String text() {
        return text.toString().strip();
    }
}
