package org.familypathways.timescale;

import static org.familypathways.access.PracticeRole.TEAM_MANAGER;

import java.util.Map;
import java.util.Optional;
import org.familypathways.notification.Notice;
import org.familypathways.notification.Notifications;
import org.familypathways.notification.Recipient;
import org.springframework.stereotype.Component;

/**
 * Tells people how far a clock has run: first the worker who has the task, or the team manager while nobody has it;
 * from the second warning on, both.
 */
@Component
class ClockNotices {

    private static final String WARNING = "timescale-warning";
    private static final String MISSED = "timescale-missed";

    private final Notifications notifications;
    private final CaseWork work;

    ClockNotices(Notifications notifications, CaseWork work) {
        this.notifications = notifications;
        this.work = work;
    }

    /** The clock has just reached its stage. */
    void send(StatutoryClock clock) {
        Optional<String> worker = work.worker(clock);
        worker.ifPresent(account -> send(clock, new Recipient.ToWorker(account)));
        if (worker.isEmpty() || clock.stage() != ClockStage.FIRST_WARNING) {
            send(clock, new Recipient.ToRole(TEAM_MANAGER));
        }
    }

    private void send(StatutoryClock clock, Recipient to) {
        notifications.send(new Notice(
                clock.stage() == ClockStage.BREACHED ? MISSED : WARNING,
                clock.subject().familyId(),
                to,
                "clock:%d:%s:%s".formatted(clock.id(), clock.stage(), clock.dueOn()),
                Map.of("timescale", clock.rule().name(), "due", clock.dueOn().toString())));
    }
}
