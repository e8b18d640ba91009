package org.familypathways.notification.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.familypathways.notification.DeliveryState;
import org.familypathways.notification.Notification;

/**
 * One line of a list of notifications. References only: a list never names anybody of a family.
 *
 * @param outcome what became of it
 * @param next when it is tried again by itself, or empty
 * @param mayHaveArrived whether a person must find out if it arrived
 */
record NotificationRow(
        String id,
        String title,
        String familyId,
        String to,
        String when,
        boolean unread,
        String outcome,
        String next,
        boolean mayHaveArrived) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);

    static NotificationRow of(Notification notification, String title, Optional<Instant> nextAttempt, ZoneId zone) {
        return new NotificationRow(
                notification.id(),
                title,
                notification.familyId(),
                notification.recipient().reference(),
                WHEN.format(notification.createdAt().atZone(zone)),
                notification.readAt() == null,
                outcome(notification),
                nextAttempt.map(next -> WHEN.format(next.atZone(zone))).orElse(""),
                notification.state() == DeliveryState.MAY_HAVE_BEEN_SENT);
    }

    private static String outcome(Notification notification) {
        if (notification.isKeptInTheApp()) {
            return "Kept in the app; nothing was sent outside";
        }
        String reason = notification.reason();
        return reason == null
                ? notification.state().title()
                : notification.state().title() + ". " + reason;
    }
}
