package org.familypathways.people;

/** Work cannot go into those hands, or somebody cannot leave yet; the message is a sentence for whoever asked. */
public final class HandoverRefused extends RuntimeException {

    public HandoverRefused(String message) {
        super(message);
    }
}
