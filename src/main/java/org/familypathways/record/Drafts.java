package org.familypathways.record;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a worker has typed and not yet handed in, one draft for each task and worker. */
@Service
public class Drafts {

    /** @param form a task's id, or {@code start:} and the key of a pathway */
    public record Draft(String form, Map<String, Object> answers, Instant savedAt) {}

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps the draft in place of an earlier one. */
    public void save(String taskId, String accountId, Map<String, Object> answers) {
        jdbc.sql("""
                        insert into draft (task_id, account_id, answers, saved_at)
                        values (:task, :account, :answers::jsonb, :now)
                        on conflict (task_id, account_id)
                        do update set answers = excluded.answers, saved_at = excluded.saved_at
                        """)
                .param("task", taskId)
                .param("account", accountId)
                .param("answers", json.writeValueAsString(answers))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    public Optional<Map<String, Object>> find(String taskId, String accountId) {
        return jdbc.sql("select answers from draft where task_id = :task and account_id = :account")
                .param("task", taskId)
                .param("account", accountId)
                .query(String.class)
                .optional()
                .map(answers -> json.readValue(answers, ANSWERS));
    }

    /** Everything that somebody has typed and not handed in, the latest first. */
    public List<Draft> ofAuthor(String accountId) {
        return jdbc.sql(
                        "select task_id, answers, saved_at from draft where account_id = :account order by saved_at desc")
                .param("account", accountId)
                .query((row, number) -> new Draft(
                        row.getString("task_id"),
                        json.readValue(row.getString("answers"), ANSWERS),
                        row.getTimestamp("saved_at").toInstant()))
                .list();
    }

    public int countOfAuthor(String accountId) {
        return jdbc.sql("select count(*) from draft where account_id = :account")
                .param("account", accountId)
                .query(Integer.class)
                .single();
    }

    /** What was typed has been handed in. Another worker's draft of the same task stays theirs. */
    public void discard(String taskId, String accountId) {
        jdbc.sql("delete from draft where task_id = :task and account_id = :account")
                .param("task", taskId)
                .param("account", accountId)
                .update();
    }
}
