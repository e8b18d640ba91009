package org.familypathways.notification;

import java.time.Instant;
import java.util.Optional;

/** How the pathway that delivers notifications is reached. */
public interface DeliveryQueue {

    /**
     * Begins a delivery in the caller's transaction.
     *
     * @return the delivery's id
     */
    String begin(String notificationId, String familyId);

    /** When the delivery is tried next by itself; nothing when it has ended or has been given up. */
    Optional<Instant> nextAttempt(String deliveryId);

    /**
     * Tries a delivery that has been given up once more.
     *
     * @return false when there is none to try
     */
    boolean tryAgain(String deliveryId);
}
