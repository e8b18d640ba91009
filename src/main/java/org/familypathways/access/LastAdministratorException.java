package org.familypathways.access;

/** The change would leave nobody who can sign in and look after the people who work here. Nothing was changed. */
public final class LastAdministratorException extends RuntimeException {

    public LastAdministratorException() {
        super("This is the last administrator who can sign in. First give the role to somebody else, who has chosen a"
                + " password of their own.");
    }
}
