package org.familypathways.notification;

import java.util.Set;
import java.util.UUID;
import org.familypathways.access.TooFewNamed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever can name somebody hears that hardly anybody, or nobody, is left who sees a restricted family. */
@Component
class RestrictionNotices {

    private static final String ONE_LEFT = "restricted-family-one-left";
    private static final String NOBODY_LEFT = "restricted-family-nobody-left";

    /** What service managers are told also of families that they do not see. */
    static final Set<String> TEMPLATES = Set.of(ONE_LEFT, NOBODY_LEFT);

    private final Notifications notifications;

    RestrictionNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void tell(TooFewNamed few) {
        notifications.send(new Notice(
                few.left() == 0 ? NOBODY_LEFT : ONE_LEFT,
                few.familyId(),
                new Recipient.ToWhoeverNames(),
                "too-few-named:" + UUID.randomUUID()));
    }
}
