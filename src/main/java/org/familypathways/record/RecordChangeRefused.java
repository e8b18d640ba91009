package org.familypathways.record;

/** A change of the record that the rules do not allow; the message is a sentence for the worker. */
public final class RecordChangeRefused extends RuntimeException {

    public RecordChangeRefused(String sentence) {
        super(sentence);
    }
}
