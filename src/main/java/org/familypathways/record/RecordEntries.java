package org.familypathways.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.familypathways.access.FamilyAccess;
import org.familypathways.engine.Submission;
import org.familypathways.engine.SubmissionRefused;
import org.familypathways.engine.SubmissionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The entries of the families' records: every completed form becomes one. */
@Service
public class RecordEntries implements SubmissionStore {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Drafts drafts;
    private final FamilyAccess access;
    private final JsonMapper json;
    private final Clock clock;

    RecordEntries(JdbcClient jdbc, Drafts drafts, FamilyAccess access, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.access = access;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void keep(Submission submission) {
        write(submission);
    }

    /** @return the number of the entry */
    long write(Submission submission) {
        String family = submission.familyId();
        // whoever completes a task has it for somebody else, or for nobody, and the transaction knows already
        if (family != null && submission.taskId() == null) {
            tellTransaction(access.actedFor(submission.author(), family).orElse(""));
        }
        return jdbc.sql("""
                        with handed_in as (delete from draft where task_id = :draft and account_id = :author)
                        insert into record_entry (entry_id, version, family_id, child_id, person_id, pathway,
                            process_instance_id, task_id, task_key, form_id, form_version, author, recorded_at, answers)
                        values (nextval('record_entry_number'), 1, :family, :child, :person, :pathway,
                            :processInstance, :task, :taskKey, :form, :formVersion, :author, :now, :answers::jsonb)
                        returning entry_id
                        """)
                .param("draft", draftOf(submission))
                .param("family", submission.familyId())
                .param("child", submission.childId())
                .param("person", submission.personId())
                .param("pathway", submission.pathwayKey())
                .param("processInstance", submission.processInstanceId())
                .param("task", handedIn(submission))
                .param("taskKey", submission.taskKey())
                .param("form", submission.formKey())
                .param("formVersion", submission.formVersion())
                .param("author", submission.author())
                .param("now", Timestamp.from(clock.instant()))
                .param("answers", json.writeValueAsString(submission.answers()))
                .query(Long.class)
                .single();
    }

    /** Whatever else this transaction writes says as well for whom it was done. */
    private void tellTransaction(String absent) {
        jdbc.sql("select set_config('familypathways.acted_for', :absent, true)")
                .param("absent", absent)
                .query(String.class)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keepAsDraft(Submission submission) {
        // a request without any answers must not replace what was typed before it
        if (!submission.answers().isEmpty()) {
            drafts.save(draftOf(submission), submission.author(), submission.answers());
        }
    }

    @Override
    @Transactional
    public Optional<String> begunWith(Submission startForm) {
        String key = handedIn(startForm);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0)) is null")
                .param(key)
                .query(Boolean.class)
                .single();
        var begun = jdbc.sql("""
                        select process_instance_id, answers = :answers::jsonb as same from record_entry
                        where task_id = :key and version = 1
                        """)
                .param("key", key)
                .param("answers", json.writeValueAsString(startForm.answers()))
                .query((row, number) -> new Begun(row.getString("process_instance_id"), row.getBoolean("same")))
                .optional();
        if (begun.isPresent() && !begun.get().same()) {
            throw new SubmissionRefused(
                    "This form was handed in already, with other answers. Look at the case that began"
                            + " with it, and report there what you want to add.");
        }
        begun.ifPresent(same -> drafts.discard(draftOf(startForm), startForm.author()));
        return begun.map(Begun::caseId);
    }

    private record Begun(String caseId, boolean same) {}

    private static @Nullable String handedIn(Submission submission) {
        return submission.once() == null
                ? submission.taskId()
                : "start:%s:%s:%s".formatted(submission.pathwayKey(), submission.author(), submission.once());
    }

    /** A case has no task before it has begun. */
    private static String draftOf(Submission submission) {
        return submission.taskId() == null ? "start:" + submission.pathwayKey() : submission.taskId();
    }

    /** Gives the entries that were made before the family was known to its record. */
    public void attachTo(String processInstanceId, String familyId, @Nullable String childId) {
        jdbc.sql("""
                        update record_entry set family_id = :family, child_id = :child
                        where process_instance_id = :processInstance and family_id is null
                        """)
                .param("family", familyId)
                .param("child", childId)
                .param("processInstance", processInstanceId)
                .update();
    }

    /** What was last written at that step of the case; empty when it was not done or was withdrawn. */
    public Optional<Entry> latest(String processInstanceId, String taskKey) {
        return latest(processInstanceId, taskKey, null);
    }

    /** What was last written at that step of the case about that person. */
    public Optional<Entry> latest(String processInstanceId, String taskKey, @Nullable String personId) {
        return jdbc.sql("""
                        select * from record_entry
                        where process_instance_id = :processInstance and task_key = :taskKey and not superseded
                          and change is distinct from 'withdrawn'
                          and (:person::text is null or person_id = :person)
                        order by entry_id desc limit 1
                        """)
                .param("processInstance", processInstanceId)
                .param("taskKey", taskKey)
                .param("person", personId)
                .query(this::entry)
                .optional();
    }

    /** What was written at a step of the case that is taken once for each child or person, or again; newest first. */
    public List<Entry> ofStep(String processInstanceId, String taskKey) {
        return jdbc.sql("""
                        select * from record_entry
                        where process_instance_id = :processInstance and task_key = :taskKey and not superseded
                          and change is distinct from 'withdrawn'
                        order by entry_id desc
                        """)
                .param("processInstance", processInstanceId)
                .param("taskKey", taskKey)
                .query(this::entry)
                .list();
    }

    /** What was last written at any of these steps, in whatever case of the family. */
    public Optional<Entry> latestOfFamily(String familyId, Collection<String> taskKeys) {
        return jdbc.sql("""
                        select * from record_entry
                        where family_id = :family and task_key = any(:taskKeys) and not superseded
                          and change is distinct from 'withdrawn'
                        order by entry_id desc limit 1
                        """)
                .param("family", familyId)
                .param("taskKeys", taskKeys.toArray(String[]::new))
                .query(this::entry)
                .optional();
    }

    /** What the entry says now, whoever corrected it; empty when the family has no such entry. */
    public Optional<Entry> find(String familyId, long entryId) {
        return jdbc.sql("select * from record_entry where entry_id = :entry and family_id = :family and not superseded")
                .param("entry", entryId)
                .param("family", familyId)
                .query(this::entry)
                .optional();
    }

    /** Who wrote the entry, whoever corrected it since. */
    Optional<String> firstAuthor(long entryId) {
        return jdbc.sql("select author from record_entry where entry_id = :entry and version = 1")
                .param("entry", entryId)
                .query(String.class)
                .optional();
    }

    /**
     * Puts a new version in the place of the newest one, which stays for auditors. It says for whom the author acts now; when
     * they only write anew what they wrote for somebody, it stays written for these.
     *
     * @param answers null when nothing of what was written is to stay
     * @return whether that version was still the newest
     */
    boolean replace(
            Entry newest, String author, @Nullable Map<String, Object> answers, String change, String changeReason) {
        String actedFor = newest.familyId() == null
                ? null
                : access.actedFor(author, newest.familyId()).orElse(null);
        return jdbc.sql("""
                                with old as (
                                  update record_entry set superseded = true
                                  where entry_id = :entry and version = :version and not superseded returning *)
                                insert into record_entry (entry_id, version, family_id, child_id, person_id, pathway,
                                  process_instance_id, task_id, task_key, form_id, form_version, author, acted_for,
                                  recorded_at, answers, change, change_reason)
                                select entry_id, version + 1, family_id, child_id, person_id, pathway,
                                  process_instance_id, task_id, task_key, form_id, form_version, :author,
                                  coalesce(:actedFor, case when author = :author then acted_for end), :now,
                                  :answers::jsonb, :change, :reason
                                from old
                                """)
                        .param("entry", newest.entryId())
                        .param("version", newest.version())
                        .param("author", author)
                        .param("actedFor", actedFor)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("answers", answers == null ? null : json.writeValueAsString(answers))
                        .param("change", change)
                        .param("reason", changeReason)
                        .update()
                == 1;
    }

    /**
     * The same text by the same author as an entry about another child of the family.
     *
     * @return the number of the new entry
     */
    long copyTo(Entry entry, String childId, String reason) {
        return jdbc.sql("""
                        insert into record_entry (entry_id, version, family_id, child_id, pathway, process_instance_id,
                            task_key, form_id, form_version, author, acted_for, recorded_at, answers, change,
                            change_reason)
                        values (nextval('record_entry_number'), 1, :family, :child, :pathway, :processInstance,
                            :taskKey, :form, :formVersion, :author, :actedFor, :recordedAt, :answers::jsonb, 'moved', :reason)
                        returning entry_id
                        """)
                .param("family", entry.familyId())
                .param("child", childId)
                .param("pathway", entry.pathway())
                .param("processInstance", entry.processInstanceId())
                .param("taskKey", entry.taskKey())
                .param("form", entry.formId())
                .param("formVersion", entry.formVersion())
                .param("author", entry.author())
                .param("actedFor", entry.actedFor())
                .param("recordedAt", Timestamp.from(entry.recordedAt()))
                .param("answers", json.writeValueAsString(entry.answers()))
                .param("reason", reason)
                .query(Long.class)
                .single();
    }

    /** Newest first; a page of the family's timeline. */
    public List<Entry> ofFamily(String familyId, int offset, int limit) {
        return jdbc.sql("""
                        select * from record_entry where family_id = :family and not superseded
                        order by recorded_at desc, id desc offset :offset limit :limit
                        """)
                .param("family", familyId)
                .param("offset", offset)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    public int countOfFamily(String familyId) {
        return jdbc.sql("select count(*) from record_entry where family_id = :family and not superseded")
                .param("family", familyId)
                .query(Integer.class)
                .single();
    }

    Entry entry(ResultSet row, int number) throws SQLException {
        String answers = row.getString("answers");
        return new Entry(
                row.getLong("entry_id"),
                row.getInt("version"),
                row.getString("family_id"),
                row.getString("child_id"),
                row.getString("person_id"),
                row.getString("pathway"),
                row.getString("process_instance_id"),
                row.getString("task_key"),
                row.getString("form_id"),
                row.getInt("form_version"),
                row.getString("author"),
                row.getString("acted_for"),
                row.getTimestamp("recorded_at").toInstant(),
                answers == null ? Map.of() : json.readValue(answers, ANSWERS),
                row.getString("change"),
                row.getString("change_reason"));
    }
}
