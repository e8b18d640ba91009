package org.familypathways.notification;

import static org.familypathways.notification.DeliveryState.FAILED;
import static org.familypathways.notification.DeliveryState.MAY_HAVE_BEEN_SENT;
import static org.familypathways.notification.DeliveryState.NOT_SENDABLE;
import static org.familypathways.notification.DeliveryState.SENDING;
import static org.familypathways.notification.DeliveryState.SENT;

import java.util.Objects;
import java.util.Optional;
import org.familypathways.notification.Channel.NotAccepted;
import org.familypathways.notification.Channel.PerhapsAccepted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers one notification. Each step of it is committed by itself, whatever becomes of the engine's transaction
 * around it: that it is about to be sent before anything leaves the house, and what became of it right after. Whoever
 * finds a notification "sending" knows that somebody was killed in between, and finds out before sending again.
 */
@Service
public class Delivery {

    private final NotificationStore store;
    private final WaysOfContact ways;
    private final Channels channels;
    private final TransactionTemplate ownTransaction;

    Delivery(NotificationStore store, WaysOfContact ways, Channels channels, PlatformTransactionManager transactions) {
        this.store = store;
        this.ways = ways;
        this.channels = channels;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Takes the notification as far as it gets.
     *
     * @return a settled state
     * @throws NotDelivered when it is worth another try later
     */
    public DeliveryState deliver(String notificationId) {
        var notification = store.find(notificationId).orElseThrow();
        if (notification.state().isSettled()) {
            return notification.state();
        }
        return notification.state() == DeliveryState.SENDING ? findOut(notification) : send(notification);
    }

    private DeliveryState findOut(Notification notification) {
        var channel = channels.named(String.valueOf(notification.channel())).filter(Channel::canBeAsked);
        if (channel.isEmpty()) {
            return settle(notification, MAY_HAVE_BEEN_SENT, "The application stopped while it was being sent.");
        }
        try {
            boolean accepted = channel.get().accepted(notification.sendReference());
            return accepted ? settle(notification, SENT, null) : send(notification);
        } catch (NotAccepted e) {
            throw new NotDelivered(notification.id(), e.getMessage());
        }
    }

    private DeliveryState send(Notification notification) {
        var way = ways.to(notification);
        if (way instanceof WayOfContact.InTheApp || channels.keepInTheApp() && !(way instanceof WayOfContact.None)) {
            return keepInTheApp(notification);
        }
        var departure = Objects.requireNonNull(ownTransaction.execute(status -> depart(notification, way)));
        if (departure.by().isEmpty()) {
            return departure.settled();
        }
        Channel channel = departure.by().get();
        try {
            channel.send(outgoing(notification, departure.to()));
            return settle(notification, SENT, null);
        } catch (NotAccepted e) {
            settle(notification, FAILED, e.getMessage());
            throw new NotDelivered(notification.id(), e.getMessage());
        } catch (PerhapsAccepted e) {
            if (channel.canBeAsked()) {
                throw new NotDelivered(notification.id(), e.getMessage());
            }
            return settle(notification, MAY_HAVE_BEEN_SENT, e.getMessage());
        }
    }

    /** Nothing leaves the house, so it is committed together with the step that delivers. */
    private DeliveryState keepInTheApp(Notification notification) {
        if (!store.keepInTheApp(notification)) {
            throw new NotDelivered(notification.id(), "Somebody else is delivering it.");
        }
        return SENT;
    }

    /** Commits that it is about to go, before anything leaves the house. */
    private Departure depart(Notification seen, WayOfContact way) {
        var notification = store.hold(seen.id());
        if (notification.state() != seen.state() || !notification.changedAt().equals(seen.changedAt())) {
            throw new NotDelivered(seen.id(), "Somebody else is delivering it.");
        }
        if (way instanceof WayOfContact.None none) {
            return Departure.settled(moved(notification, NOT_SENDABLE, none.reason()));
        }
        var channel = channels.carrying(way, notification.template());
        if (channel.isEmpty()) {
            return Departure.settled(moved(notification, NOT_SENDABLE, way.unavailable()));
        }
        store.address(notification.id(), channel.get().name(), way.where());
        moved(notification, SENDING, null);
        return new Departure(SENDING, way, channel);
    }

    private DeliveryState settle(Notification notification, DeliveryState state, @Nullable String reason) {
        ownTransaction.executeWithoutResult(status -> moved(store.hold(notification.id()), state, reason));
        return state;
    }

    private DeliveryState moved(Notification notification, DeliveryState state, @Nullable String reason) {
        store.move(notification, state, reason);
        return state;
    }

    private static Outgoing outgoing(Notification notification, WayOfContact to) {
        return new Outgoing(
                notification.sendReference(),
                notification.template(),
                to,
                notification.text(),
                notification.personalisation());
    }

    /** The way out that was chosen, or the state in which it settled without one. */
    private record Departure(DeliveryState settled, WayOfContact to, Optional<Channel> by) {

        static Departure settled(DeliveryState state) {
            return new Departure(state, new WayOfContact.InTheApp(), Optional.empty());
        }
    }
}
