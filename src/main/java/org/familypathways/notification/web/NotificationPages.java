package org.familypathways.notification.web;

import java.time.Clock;
import java.util.List;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.ReadLog;
import org.familypathways.notification.Inbox;
import org.familypathways.notification.Notification;
import org.familypathways.notification.Undelivered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What the signed-in worker was told, what their families were told, and what did not arrive. */
@Controller
@RequestMapping("/notifications")
class NotificationPages {

    private static final int ON_A_PAGE = 50;
    private static final int LOOKED_THROUGH = 1_000;

    private final Inbox inbox;
    private final Undelivered undelivered;
    private final Permissions permissions;
    private final FamilyAccess access;
    private final ReadLog reads;
    private final Clock clock;

    NotificationPages(
            Inbox inbox,
            Undelivered undelivered,
            Permissions permissions,
            FamilyAccess access,
            ReadLog reads,
            Clock clock) {
        this.inbox = inbox;
        this.undelivered = undelivered;
        this.permissions = permissions;
        this.access = access;
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        String me = me();
        model.addAttribute("mine", rows(inbox.of(me, ON_A_PAGE)));
        model.addAttribute("copies", rows(inbox.copies(me, ON_A_PAGE)));
        model.addAttribute("undelivered", rows(undeliveredFor(me)));
        model.addAttribute("operator", isOperator());
        return "notification/notifications";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        var notification = inbox.open(id, me()).orElseThrow(NotificationPages::notFound);
        reads.read(notification.familyId(), "notification " + id, "opened it");
        model.addAttribute("row", row(notification));
        model.addAttribute("notification", notification);
        return "notification/notification";
    }

    @PostMapping("/{id}/send-again")
    String sendAgain(@PathVariable String id) {
        requireDecision(id);
        undelivered.sendAgain(id, me());
        return "redirect:/notifications";
    }

    @PostMapping("/{id}/arrived")
    String arrived(@PathVariable String id) {
        requireDecision(id);
        undelivered.arrived(id, me());
        return "redirect:/notifications";
    }

    private List<Notification> undeliveredFor(String me) {
        if (isOperator()) {
            return undelivered.list(ON_A_PAGE);
        }
        var visible = access.visibleTo(me);
        return undelivered.list(LOOKED_THROUGH).stream()
                .filter(notification -> visible.contains(notification.familyId()))
                .limit(ON_A_PAGE)
                .toList();
    }

    /** An operator, or somebody who works with the family. To anybody else it is not there. */
    private void requireDecision(String id) {
        var notification = undelivered.find(id).orElseThrow(NotificationPages::notFound);
        if (!isOperator() && !access.maySee(me(), notification.familyId())) {
            throw notFound();
        }
    }

    private boolean isOperator() {
        return permissions.holdsAny(PracticeRole.ADMINISTRATOR);
    }

    private List<NotificationRow> rows(List<Notification> notifications) {
        return notifications.stream().map(this::row).toList();
    }

    private NotificationRow row(Notification notification) {
        return NotificationRow.of(
                notification, inbox.title(notification), undelivered.nextAttempt(notification), clock.getZone());
    }

    private static String me() {
        return CurrentWorker.accountId().orElseThrow();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
