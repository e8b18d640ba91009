package org.familypathways.access;

/** A passkey was not taken, or not believed; the message says why in words for the worker. */
public class PasskeyRefused extends RuntimeException {

    PasskeyRefused(String message) {
        super(message);
    }

    PasskeyRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
