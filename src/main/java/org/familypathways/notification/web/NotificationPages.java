package org.familypathways.notification.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.ReadLog;
import org.familypathways.access.Workers;
import org.familypathways.notification.Addressee;
import org.familypathways.notification.Addressee.Kind;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the signed-in worker was told, what their families were told, and what did not arrive. */
@Controller
@RequestMapping("/notifications")
class NotificationPages {

    private static final int ON_A_PAGE = 50;
    private static final int LOOKED_THROUGH = 1_000;

    private final Inbox inbox;
    private final Undelivered undelivered;
    private final Workers workers;
    private final Permissions permissions;
    private final FamilyAccess access;
    private final ReadLog reads;
    private final Clock clock;

    NotificationPages(
            Inbox inbox,
            Undelivered undelivered,
            Workers workers,
            Permissions permissions,
            FamilyAccess access,
            ReadLog reads,
            Clock clock) {
        this.inbox = inbox;
        this.undelivered = undelivered;
        this.workers = workers;
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
        var undelivered = undeliveredRows(me);
        model.addAttribute("undelivered", undelivered.get(true));
        model.addAttribute("stillTried", undelivered.get(false));
        model.addAttribute("operator", isOperator());
        return "notification/notifications";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        var notification = inbox.open(id, me()).orElseThrow(NotificationPages::notFound);
        reads.read(notification.familyId(), "notification " + id, "opened it");
        model.addAttribute("row", rows(List.of(notification)).get(0));
        model.addAttribute("notification", notification);
        return "notification/notification";
    }

    @PostMapping("/{id}/send-again")
    String sendAgain(@PathVariable String id, RedirectAttributes next) {
        requireDecision(id);
        undelivered.sendAgain(id, me());
        next.addFlashAttribute("done", "The notification is being sent again.");
        return "redirect:/notifications";
    }

    @PostMapping("/{id}/arrived")
    String arrived(@PathVariable String id, RedirectAttributes next) {
        requireDecision(id);
        undelivered.arrived(id, me());
        next.addFlashAttribute("done", "It is on record that the recipient knows.");
        return "redirect:/notifications";
    }

    /** True: left to a person. False: tried again by itself. */
    private Map<Boolean, List<NotificationRow>> undeliveredRows(String me) {
        var found = undeliveredFor(me);
        var readers = names(found);
        return found.stream()
                .map(notification -> row(notification, undelivered.nextAttempt(notification), readers))
                .collect(Collectors.partitioningBy(row -> row.next().isEmpty()));
    }

    /** How many are left out is not said: it would say that there is something of a family that is closed to them. */
    private List<Notification> undeliveredFor(String me) {
        boolean isOperator = isOperator();
        var conflicts = access.conflictsOf(me);
        var visible = access.visibleTo(me);
        return undelivered.list(LOOKED_THROUGH).stream()
                .filter(notification -> isOperator
                        ? !conflicts.contains(notification.familyId())
                        : visible.contains(notification.familyId()))
                .limit(ON_A_PAGE)
                .toList();
    }

    /** An operator without a conflict, or somebody who works with the family. To anybody else it is not there. */
    private void requireDecision(String id) {
        var notification = undelivered.find(id);
        // asked also where there is none, so that one about a closed family takes no longer
        String family = notification.map(Notification::familyId).orElse("");
        boolean visible = access.maySee(me(), family);
        boolean operable = isOperator() && !access.conflictsOf(me()).contains(family);
        if (notification.isEmpty() || !visible && !operable) {
            throw notFound();
        }
    }

    private boolean isOperator() {
        return permissions.holdsAny(PracticeRole.ADMINISTRATOR);
    }

    private List<NotificationRow> rows(List<Notification> notifications) {
        var readers = names(notifications);
        return notifications.stream()
                .map(notification -> row(notification, Optional.empty(), readers))
                .toList();
    }

    private NotificationRow row(
            Notification notification, Optional<Instant> nextAttempt, Map<String, String> namesOfWorkers) {
        return NotificationRow.of(
                notification, inbox.title(notification), nextAttempt, namesOfWorkers, clock.getZone());
    }

    private Map<String, String> names(List<Notification> notifications) {
        return workers.names(notifications.stream()
                .map(Notification::recipient)
                .filter(to -> to.kind() == Kind.WORKER)
                .map(Addressee::reference)
                .distinct()
                .toList());
    }

    private static String me() {
        return CurrentWorker.accountId().orElseThrow();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
