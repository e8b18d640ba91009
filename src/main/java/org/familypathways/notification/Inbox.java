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
    private final Recipients recipients;

    Inbox(NotificationStore store, Templates templates, FamilyAccess access, Recipients recipients) {
        this.store = store;
        this.templates = templates;
        this.access = access;
        this.recipients = recipients;
    }

    /** The newest first. */
    public List<Notification> of(String accountId, int limit) {
        Set<String> closed = access.hiddenFrom(accountId);
        return store.toWorker(accountId, limit).stream()
                .filter(notification ->
                        !closed.contains(notification.familyId()) || recipients.isForWhoeverNames(notification))
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
        var found = store.find(id);
        String family = found.map(Notification::familyId).orElse("");
        // asked also where there is no notification, so that one about a closed family takes no longer
        boolean closed = access.isClosedTo(accountId, family);
        boolean visible = access.maySee(accountId, family);
        var notification = found.filter(each -> visible
                || each.recipient().equals(Addressee.worker(accountId))
                        && (!closed || recipients.isForWhoeverNames(each)));
        notification.ifPresent(theirs -> store.read(theirs.id(), accountId));
        return notification;
    }

    /** What a list calls the notification. */
    public String title(Notification notification) {
        return templates.title(notification.template());
    }
}
