package org.familypathways.practicefact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.familypathways.access.CurrentWorker;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where practice facts are kept: append-only, in the transaction of the step that made them. */
@Service
public class PracticeFacts {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PracticeFacts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Records a fact that belongs to no pathway, for example one that an import brought. */
    public void record(PracticeFact fact) {
        record(fact, null);
    }

    /** @param processInstanceId the pathway in which it happened */
    public void record(PracticeFact fact, @Nullable String processInstanceId) {
        jdbc.sql("""
                        insert into practice_fact
                          (type, family_id, child_id, happened_on, recorded_at, recorded_by, process_instance_id, details)
                        values
                          (:type, :family, :child, :happenedOn, :recordedAt, :recordedBy, :processInstance, :details::jsonb)
                        """)
                .param("type", fact.getClass().getSimpleName())
                .param("family", fact.familyId())
                .param("child", fact.childId())
                .param("happenedOn", fact.happenedOn())
                .param("recordedAt", java.sql.Timestamp.from(clock.instant()))
                .param("recordedBy", CurrentWorker.accountId().orElse(null))
                .param("processInstance", processInstanceId)
                .param("details", json.writeValueAsString(fact))
                .update();
    }

    /** Records many facts that belong to no pathway in one go, for example those of an import. */
    public void recordAll(List<? extends PracticeFact> facts) {
        jdbc.sql("""
                        insert into practice_fact
                          (type, family_id, child_id, happened_on, recorded_at, recorded_by, details)
                        select fact.type, fact.family_id, fact.child_id, fact.happened_on::date,
                          :recordedAt, :recordedBy, fact.details::jsonb
                        from unnest(:types, :families, :children, :days, :details)
                          as fact (type, family_id, child_id, happened_on, details)
                        """)
                .param("recordedAt", java.sql.Timestamp.from(clock.instant()))
                .param("recordedBy", CurrentWorker.accountId().orElse(null))
                .param("types", column(facts, fact -> fact.getClass().getSimpleName()))
                .param("families", column(facts, PracticeFact::familyId))
                .param("children", column(facts, PracticeFact::childId))
                .param("days", column(facts, fact -> fact.happenedOn().toString()))
                .param("details", column(facts, json::writeValueAsString))
                .update();
    }

    /** What happened to the family, newest first; what became of its timescales has a place of its own. */
    List<RecordedFact> ofFamily(String familyId, int limit) {
        return jdbc.sql("""
                        select type, child_id, happened_on, recorded_at, recorded_by, acted_for, details from practice_fact
                        where family_id = :family and type not like 'Timescale%'
                        order by happened_on desc, id desc limit :limit
                        """)
                .param("family", familyId)
                .param("limit", limit)
                .query((row, number) -> new RecordedFact(
                        row.getString("type"),
                        row.getString("child_id"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("recorded_by"),
                        row.getString("acted_for"),
                        json.readValue(row.getString("details"), DETAILS)))
                .list();
    }

    private static String[] column(List<? extends PracticeFact> facts, Function<PracticeFact, @Nullable String> value) {
        return facts.stream().map(value).toArray(String[]::new);
    }
}
