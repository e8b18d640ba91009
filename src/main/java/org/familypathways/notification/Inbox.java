package org.familypathways.notification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.familypathways.access.FamilyAccess;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one worker may read of the notifications: those to them, and copies of what their families were told. */
@Service
public class Inbox {

    private final NotificationStore store;
    private final Templates templates;
    private final FamilyAccess access;

    Inbox(NotificationStore store, Templates templates, FamilyAccess access) {
        this.store = store;
        this.templates = templates;
        this.access = access;
    }

    /** The newest first. */
    public List<Notification> of(String accountId, int limit) {
        Set<String> closed = access.hiddenFrom(accountId);
        return store.toWorker(accountId, limit).stream()
                .filter(notification -> !closed.contains(notification.familyId()))
                .toList();
    }

    /** What people of the families that this worker may see were told, the newest first. */
    public List<Notification> copies(String accountId, int limit) {
        Set<String> visible = access.visibleTo(accountId);
        return visible.isEmpty() ? List.of() : store.toPeopleOf(visible, limit);
    }

    /** One notification to read; opening one's own marks it as read. Nothing when it is not for this worker's eyes. */
    @Transactional
    public Optional<Notification> open(String id, String accountId) {
        var notification = store.find(id).filter(found -> mayRead(found, accountId));
        notification.ifPresent(found -> store.read(found.id(), accountId));
        return notification;
    }

    private boolean mayRead(Notification notification, String accountId) {
        return notification.recipient().equals(Addressee.worker(accountId))
                        && !access.isClosedTo(accountId, notification.familyId())
                || access.maySee(accountId, notification.familyId());
    }

    /** What a list calls the notification. */
    public String title(Notification notification) {
        return templates.title(notification.template());
    }
}
