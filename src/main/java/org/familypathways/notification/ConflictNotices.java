package org.familypathways.notification;

import java.util.ArrayList;
import java.util.List;
import org.familypathways.access.ConflictDeclared;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Workers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The manager of the family's team hears that a worker has a conflict of interest, because somebody else must do their
 * part; when it is the manager's own, the service managers hear it too.
 */
@Component
class ConflictNotices {

    private final Notifications notifications;
    private final Workers workers;

    ConflictNotices(Notifications notifications, Workers workers) {
        this.notifications = notifications;
        this.workers = workers;
    }

    @EventListener
    void tell(ConflictDeclared conflict) {
        var told = new ArrayList<>(List.of(PracticeRole.TEAM_MANAGER));
        if (workers.holds(conflict.accountId(), PracticeRole.TEAM_MANAGER)) {
            told.add(PracticeRole.SERVICE_MANAGER);
        }
        told.forEach(role -> notifications.send(new Notice(
                "conflict-declared",
                conflict.familyId(),
                new Recipient.ToRole(role),
                "conflict:" + conflict.conflictId() + ":" + role.id())));
    }
}
