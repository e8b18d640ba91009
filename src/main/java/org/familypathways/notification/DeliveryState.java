package org.familypathways.notification;

import java.util.Set;

/**
 * The life of a notification. "Sending" is committed before anything leaves the house; whoever finds it there after a
 * crash must find out what happened before sending again.
 */
public enum DeliveryState {
    WAITING("Waiting to be sent"),
    SENDING("Being sent"),
    SENT("Sent"),
    MAY_HAVE_BEEN_SENT("May have been sent"),
    FAILED("Could not be sent"),
    NOT_SENDABLE("There is no safe way to send it");

    private final String title;

    DeliveryState(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** What the database and the model call it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static DeliveryState of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    /** The only moves there are. Out of a settled state is a person's decision. */
    public boolean canTransitionTo(DeliveryState next) {
        return next().contains(next);
    }

    private Set<DeliveryState> next() {
        return switch (this) {
            case WAITING, FAILED -> Set.of(SENDING, SENT, NOT_SENDABLE);
            case SENDING -> Set.of(SENDING, SENT, MAY_HAVE_BEEN_SENT, FAILED, NOT_SENDABLE);
            case MAY_HAVE_BEEN_SENT, NOT_SENDABLE -> Set.of(SENT, WAITING);
            case SENT -> Set.of();
        };
    }

    /** Whether the machine has done what it can: the rest, if anything, is for a person to decide. */
    public boolean isSettled() {
        return this == SENT || this == MAY_HAVE_BEEN_SENT || this == NOT_SENDABLE;
    }
}
