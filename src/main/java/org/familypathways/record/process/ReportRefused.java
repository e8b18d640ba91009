package org.familypathways.record.process;

/** A report that led to nothing; the message is a sentence for the worker, who keeps what they typed. */
public final class ReportRefused extends RuntimeException {

    ReportRefused(String sentence) {
        super(sentence);
    }

    static ReportRefused nothingWaits() {
        return new ReportRefused("Nothing waits for this any more: the work has gone on since you opened this page."
                + " Choose again from what is open now. What you typed is still here.");
    }
}
