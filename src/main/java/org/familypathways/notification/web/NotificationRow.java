package org.familypathways.notification.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.familypathways.access.PracticeRole;
import org.familypathways.notification.Addressee;
import org.familypathways.notification.DeliveryState;
import org.familypathways.notification.Notification;

/**
 * One line of a list of notifications. References only: a list never names anybody of a family.
 *
 * @param to the worker's name, the role in words, or the reference of somebody of the family
 * @param outcome what became of it, and when it is tried again by itself
 * @param next when that is; empty when it is left to a person
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

    static NotificationRow of(
            Notification notification,
            String title,
            Optional<Instant> nextAttempt,
            Map<String, String> namesOfWorkers,
            ZoneId zone) {
        String next = nextAttempt.map(time -> WHEN.format(time.atZone(zone))).orElse("");
        return new NotificationRow(
                notification.id(),
                title,
                notification.familyId(),
                to(notification.recipient(), namesOfWorkers),
                WHEN.format(notification.createdAt().atZone(zone)),
                notification.readAt() == null,
                outcome(notification, next),
                next,
                notification.state() == DeliveryState.MAY_HAVE_BEEN_SENT);
    }

    private static String to(Addressee recipient, Map<String, String> namesOfWorkers) {
        String reference = recipient.reference();
        return switch (recipient.kind()) {
            case WORKER -> namesOfWorkers.getOrDefault(reference, reference);
            case ROLE -> PracticeRole.of(reference).map(PracticeRole::title).orElse(reference);
            case PERSON -> reference;
        };
    }

    private static String outcome(Notification notification, String next) {
        if (notification.isKeptInTheApp()) {
            return "Kept in the app; nothing was sent outside";
        }
        var outcome = new StringBuilder(notification.state().title());
        if (notification.reason() != null) {
            outcome.append(". ").append(notification.reason());
        }
        if (!next.isEmpty()) {
            outcome.append(outcome.toString().endsWith(".") ? " " : ". ")
                    .append("It is tried again on ")
                    .append(next)
                    .append(".");
        }
        return outcome.toString();
    }
}
