package org.familypathways.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One notice to one recipient and what became of it.
 *
 * @param id {@code N-000001}
 * @param template the template that it was written from
 * @param familyId the family it is about
 * @param recipient whom it is for
 * @param text what it says
 * @param personalisation what the template's placeholders stood for
 * @param state where it is in its life
 * @param sendReference by which a sending service can be asked whether it has it
 * @param channel the channel that was tried last
 * @param sentTo the address that was tried last
 * @param reason in plain words, why it did not arrive
 * @param changedAt when the state last changed
 * @param readAt when the worker it is for opened it
 * @param deliveryId the process instance that delivers it
 */
public record Notification(
        String id,
        String template,
        String familyId,
        Addressee recipient,
        Message text,
        Map<String, String> personalisation,
        DeliveryState state,
        UUID sendReference,
        @Nullable String channel,
        @Nullable String sentTo,
        @Nullable String reason,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant readAt,
        @Nullable String deliveryId) {

    static final String IN_THE_APP = "in-app";

    /** Whether nothing left the house: the recipient reads it here, or a worker must tell them. */
    public boolean isKeptInTheApp() {
        return IN_THE_APP.equals(channel);
    }
}
