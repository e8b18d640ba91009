package org.familypathways.practicefact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.familypathways.access.Workers;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.RecordSection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to a family, in the words of practice, on its page; one statement for the facts and one for names. */
@Component
class FactSection implements RecordSection {

    private static final int NEWEST = 100;
    private static final Set<String> IN_COLUMNS_OF_THEIR_OWN = Set.of("familyId", "childId", "happenedOn");
    private static final Set<String> ACCOUNTS = Set.of("coordinator");
    private static final Set<String> PEOPLE = Set.of("personId");

    private final PracticeFacts facts;
    private final Workers workers;
    private final NetworkMembers network;

    FactSection(PracticeFacts facts, Workers workers, NetworkMembers network) {
        this.facts = facts;
        this.workers = workers;
        this.network = network;
    }

    @Override
    public String title() {
        return "What happened";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Table of(String familyId) {
        var known = facts.ofFamily(familyId, NEWEST);
        var names = new HashMap<>(network.names(familyId));
        names.putAll(workers.names(known.stream()
                .flatMap(FactSection::accounts)
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
        return new Table(
                "What happened, newest first",
                List.of("When", "What", "Child", "Details", "Recorded"),
                known.stream().map(fact -> row(fact, names)).toList());
    }

    private static Stream<@Nullable String> accounts(RecordedFact fact) {
        return Stream.concat(
                Stream.of(fact.recordedBy(), fact.actedFor()),
                ACCOUNTS.stream().map(fact.details()::get).map(account -> (String) account));
    }

    private static List<String> row(RecordedFact fact, Map<String, String> names) {
        String child = fact.childId();
        return List.of(
                EnglishTime.day(fact.happenedOn()),
                FactWords.of(fact.type()),
                child == null ? "" : child,
                details(fact, names),
                "%s by %s".formatted(EnglishTime.day(fact.recordedAt()), recordedBy(fact, names)));
    }

    private static String recordedBy(RecordedFact fact, Map<String, String> names) {
        String worker = fact.recordedBy();
        if (worker == null) {
            return "the system";
        }
        String name = names.getOrDefault(worker, worker);
        String absent = fact.actedFor();
        return absent == null ? name : "%s for %s".formatted(name, names.getOrDefault(absent, absent));
    }

    private static String details(RecordedFact fact, Map<String, String> names) {
        return fact.details().entrySet().stream()
                .filter(detail -> !IN_COLUMNS_OF_THEIR_OWN.contains(detail.getKey()) && detail.getValue() != null)
                .map(detail -> FactWords.of(fact.type(), detail.getKey()) + ": "
                        + (isSomebody(detail.getKey())
                                ? names.getOrDefault(detail.getValue(), value(detail.getValue()))
                                : value(detail.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static boolean isSomebody(String name) {
        return ACCOUNTS.contains(name) || PEOPLE.contains(name);
    }

    private static String value(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(FactSection::value).collect(Collectors.joining(", "));
        }
        String text = String.valueOf(value);
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return EnglishTime.day(LocalDate.parse(text));
        }
        return FactWords.ofValue(text);
    }
}
