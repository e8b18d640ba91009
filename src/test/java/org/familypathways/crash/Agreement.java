package org.familypathways.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Whether record, facts, clocks, notifications and engine agree, with each other and with what people were told. */
final class Agreement {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final People people;
    private final List<Invariant> invariants;
    private final String database;

    Agreement(People people, List<JourneyDriver> journeys, int databasePort) {
        this.people = people;
        this.invariants = Stream.concat(
                        Invariants.OF_ALL_PATHWAYS.stream(),
                        journeys.stream().flatMap(journey -> journey.invariants().stream()))
                .toList();
        this.database =
                "jdbc:postgresql://127.0.0.1:%d/family_pathways?currentSchema=practice,public".formatted(databasePort);
    }

    void assertAll(String when) throws Exception {
        assertThat(broken(invariants)).as(when).isEmpty();
        assertThat(people.completedTwice).as("%s: a task is done once", when).isEmpty();
        assertThat(people.completedTasks.keySet())
                .as("%s: what the application answered \"done\" to stays done", when)
                .isSubsetOf(texts("select id_ from act_hi_taskinst where delete_reason_ = 'completed'"));
        assertThat(people.begunCases.keySet()).as(when).isSubsetOf(texts("select id_ from act_hi_procinst"));
        assertKept(people.completedTasks, "select task_id, answers from record_entry where task_id is not null");
        assertKept(
                people.begunCases,
                "select process_instance_id, answers from record_entry where task_id is null and version = 1");
    }

    /** With nobody to disturb it, everything that was begun by the machine comes to its end. */
    void assertAtRest(String when) throws Exception {
        var patience = Instant.now().plus(PATIENCE);
        while (!broken(Invariants.AT_REST).isEmpty() && Instant.now().isBefore(patience)) {
            Thread.sleep(200);
        }
        assertThat(broken(Invariants.AT_REST)).as(when).isEmpty();
        assertAll(when);
    }

    /** Every answer that people gave is on record as they gave it. */
    private void assertKept(Map<String, Map<String, Object>> given, String query) throws Exception {
        var kept = rows(query);
        given.forEach((id, answers) -> assertThat(JSON.readValue(kept.getOrDefault(id, "{}"), ANSWERS))
                .as(id)
                .containsAllEntriesOf(answers));
    }

    private List<String> broken(List<Invariant> asked) throws Exception {
        var broken = new ArrayList<String>();
        for (Invariant invariant : asked) {
            var violations = texts(invariant.violations());
            if (!violations.isEmpty()) {
                broken.add(invariant.sentence() + ": " + violations);
            }
        }
        return broken;
    }

    List<String> texts(String query) throws Exception {
        return List.copyOf(rows(query).keySet());
    }

    /** The first column, and with it the last one. */
    private Map<String, String> rows(String query) throws Exception {
        try (var connection = DriverManager.getConnection(database, "family_pathways", "");
                var rows = connection.createStatement().executeQuery(query)) {
            int last = rows.getMetaData().getColumnCount();
            var found = new LinkedHashMap<String, String>();
            while (rows.next()) {
                found.put(String.valueOf(rows.getString(1)), rows.getString(last));
            }
            return found;
        }
    }
}
