package org.familypathways.notification;

import static org.familypathways.notification.DeliveryState.MAY_HAVE_BEEN_SENT;
import static org.familypathways.notification.DeliveryState.NOT_SENDABLE;
import static org.familypathways.notification.DeliveryState.SENT;
import static org.familypathways.notification.DeliveryState.WAITING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.familypathways.notification.Addressee.Kind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notifications that did not arrive, or of which nobody knows, and what a person can decide about them. */
@Service
public class Undelivered {

    private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

    private final NotificationStore store;
    private final Recipients recipients;
    private final DeliveryQueue deliveries;
    private final Clock clock;

    Undelivered(NotificationStore store, Recipients recipients, DeliveryQueue deliveries, Clock clock) {
        this.store = store;
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<Notification> list(int limit) {
        return store.undelivered(clock.instant().minus(ON_ITS_WAY), limit);
    }

    public Optional<Notification> find(String id) {
        return store.find(id);
    }

    /** When it is tried next by itself; nothing when it is left to a person. */
    public Optional<Instant> nextAttempt(Notification notification) {
        return Optional.ofNullable(notification.deliveryId()).flatMap(deliveries::nextAttempt);
    }

    /**
     * Sends it again, by the way that is recorded as safe now. What has arrived meanwhile, or is about to be sent, stays
     * as it is.
     */
    @Transactional
    public void sendAgain(String id, String accountId) {
        var notification = store.hold(id);
        if (notification.recipient().kind() == Kind.ROLE) {
            sendToHolders(notification, accountId);
        } else if (notification.state() == MAY_HAVE_BEEN_SENT || notification.state() == NOT_SENDABLE) {
            store.decided(id, accountId);
            store.move(notification, WAITING, null);
            store.delivery(id, deliveries.begin(id, notification.familyId()));
        } else if (notification.state() != SENT && notification.deliveryId() != null) {
            deliveries.tryAgain(notification.deliveryId());
        }
    }

    /** Somebody may hold the role by now. */
    private void sendToHolders(Notification notification, String accountId) {
        var holders = recipients.holding(notification.recipient().reference(), notification.familyId());
        if (notification.state() != NOT_SENDABLE || holders.isEmpty()) {
            return;
        }
        holders.forEach(holder -> store.copy(notification, holder)
                .ifPresent(copy -> store.delivery(copy, deliveries.begin(copy, notification.familyId()))));
        store.decided(notification.id(), accountId);
        store.move(notification, SENT, "Passed on to those who hold the role now.");
    }

    /** A person knows that it arrived, or has told the recipient in another way. */
    @Transactional
    public void arrived(String id, String accountId) {
        var notification = store.hold(id);
        if (notification.state() == SENT || notification.state() == WAITING) {
            return;
        }
        store.decided(id, accountId);
        store.move(notification, SENT, "Somebody has made sure that the recipient knows.");
        if (notification.deliveryId() != null) {
            deliveries.tryAgain(notification.deliveryId());
        }
    }
}
