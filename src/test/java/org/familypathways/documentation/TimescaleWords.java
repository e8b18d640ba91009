package org.familypathways.documentation;

import java.util.function.UnaryOperator;

/** Says a timescale in words, as the decision table has it. */
final class TimescaleWords {

    private TimescaleWords() {}

    static UnaryOperator<String> ofTheTable() {
        return code -> code;
    }
}
