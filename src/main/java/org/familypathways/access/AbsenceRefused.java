package org.familypathways.access;

/** An absence cannot be kept like this; the message is a sentence for whoever sets it. */
public final class AbsenceRefused extends RuntimeException {

    public AbsenceRefused(String message) {
        super(message);
    }
}
