package org.familypathways.notification;

/** A notification did not get out this time. Names references only: the engine keeps what it says. */
public final class NotDelivered extends RuntimeException {

    NotDelivered(String notificationId, String reason) {
        super("Notification %s was not delivered. %s".formatted(notificationId, reason));
    }
}
