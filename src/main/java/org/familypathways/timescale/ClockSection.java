package org.familypathways.timescale;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.familypathways.access.Workers;
import org.familypathways.record.RecordSection;
import org.springframework.stereotype.Component;

/** The family's clocks on its page: what runs, what was missed and why, and what was done in time. */
@Component
class ClockSection implements RecordSection {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);

    private final Clocks clocks;
    private final WorkingDays days;
    private final Workers workers;
    private final Clock time;

    ClockSection(Clocks clocks, WorkingDays days, Workers workers, Clock time) {
        this.clocks = clocks;
        this.days = days;
        this.workers = workers;
        this.time = time;
    }

    @Override
    public String title() {
        return "Timescales";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Table of(String familyId) {
        var known = clocks.ofFamily(familyId);
        var names = workers.names(known.stream()
                .map(StatutoryClock::breachAcceptedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var rows = known.stream()
                .sorted(Comparator.comparing(StatutoryClock::status))
                .collect(Collectors.partitioningBy(
                        ClockSection::isFinished,
                        Collectors.mapping(
                                clock -> List.of(clock.rule().name(), due(clock), state(clock, names)),
                                Collectors.toList())));
        return new Table(
                "What must be done by when",
                List.of("What", "Due", "Where it stands"),
                rows.get(false),
                rows.get(true));
    }

    /** What was missed stays in sight until somebody has said why. */
    private static boolean isFinished(StatutoryClock clock) {
        return clock.status() != StatutoryClock.Status.RUNNING && (!clock.isBreached() || clock.breachReason() != null);
    }

    private String due(StatutoryClock clock) {
        var due = new StringBuilder(
                clock.rule().unit() == TimescaleUnit.HOURS
                        ? TIME.format(clock.dueAt().atZone(TimeConfiguration.ENGLAND))
                        : DATE.format(clock.dueOn()));
        if (clock.provisional()) {
            due.append(" (provisional: the bank holidays of that year are not confirmed yet)");
        }
        var original = clock.originalDueAt();
        if (original != null) {
            due.append(", first due ").append(DATE.format(original.atZone(TimeConfiguration.ENGLAND)));
        }
        return due.toString();
    }

    private String state(StatutoryClock clock, Map<String, String> names) {
        boolean missed = clock.isBreached();
        return switch (clock.status()) {
            case RUNNING -> missed || overdue(clock) ? "Missed" + why(clock, names) : left(clock);
            case MET -> missed ? "Done late on " + metOn(clock) + why(clock, names) : "Done in time on " + metOn(clock);
            case STOPPED -> missed ? "Missed, no longer needed" + why(clock, names) : "No longer needed";
        };
    }

    private static String metOn(StatutoryClock clock) {
        return DATE.format(clock.metOn());
    }

    private boolean overdue(StatutoryClock clock) {
        return !clock.breachAt().isAfter(time.instant());
    }

    private String left(StatutoryClock clock) {
        LocalDate today = LocalDate.now(time);
        if (clock.dueOn().equals(today)) {
            return "Due today";
        }
        int left = days.between(today, clock.dueOn());
        return left == 1 ? "1 working day left" : left + " working days left";
    }

    private static String why(StatutoryClock clock, Map<String, String> names) {
        String reason = clock.breachReason();
        return reason == null
                ? ", not explained yet"
                : ": %s, accepted by %s"
                        .formatted(
                                BreachReason.inWords(reason),
                                names.getOrDefault(clock.breachAcceptedBy(), clock.breachAcceptedBy()));
    }
}
