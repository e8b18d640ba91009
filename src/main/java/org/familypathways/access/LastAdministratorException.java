package org.familypathways.access;

/** The change would leave nobody who can look after the people who work here. Nothing was changed. */
public final class LastAdministratorException extends RuntimeException {

    public LastAdministratorException() {
        super("This is the last administrator. Give the role to somebody else first.");
    }
}
