package org.familypathways.timescale;

/** A correction of a clock that makes no sense; the message is a sentence for the manager. */
public final class ClockCorrectionRefused extends RuntimeException {

    ClockCorrectionRefused(String sentence) {
        super(sentence);
    }
}
