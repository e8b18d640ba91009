package org.familypathways.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.familypathways.access.Workers;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.RecordSection;
import org.springframework.stereotype.Component;

/** Who was told what about a family, and what became of it, on the family's page. */
@Component
class NotificationSection implements RecordSection {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);

    private final NotificationStore store;
    private final Templates templates;
    private final Workers workers;
    private final NetworkMembers network;
    private final Clock clock;

    NotificationSection(
            NotificationStore store, Templates templates, Workers workers, NetworkMembers network, Clock clock) {
        this.store = store;
        this.templates = templates;
        this.workers = workers;
        this.network = network;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "Who was told";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Table of(String familyId) {
        var told = store.ofFamily(familyId);
        var names = new HashMap<>(network.names(familyId));
        names.putAll(workers.names(told.stream()
                .map(Notification::recipient)
                .filter(to -> to.kind() == Addressee.Kind.WORKER)
                .map(Addressee::reference)
                .distinct()
                .toList()));
        var rows = told.stream().map(notification -> row(notification, names)).toList();
        return new Table("Notifications about this family", List.of("When", "What", "To", "What became of it"), rows);
    }

    private List<String> row(Notification notification, Map<String, String> names) {
        return List.of(
                when(notification.createdAt()),
                templates.title(notification.template()),
                names.getOrDefault(
                        notification.recipient().reference(),
                        notification.recipient().reference()),
                outcome(notification));
    }

    private static String outcome(Notification notification) {
        String reason = notification.reason();
        String state = notification.isKeptInTheApp()
                ? "Kept in the app"
                : notification.state().title();
        return reason == null ? state : state + ". " + reason;
    }

    private String when(Instant time) {
        return WHEN.format(time.atZone(clock.getZone()));
    }
}
