package org.familypathways.record.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.engine.Submission;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.RecordEntries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Workers report what happened to a family, where an open case waits for it. What they write becomes an entry of the
 * case under the event's id, and the case goes on, in one transaction.
 */
@Service
public class Reports {

    /** The form by whose id a report stands on record. */
    public static final String FORM = "record.report";

    private static final Logger log = LoggerFactory.getLogger(Reports.class);

    private final FamilyAccess access;
    private final ReportableEvents events;
    private final NetworkMembers network;
    private final RecordEntries entries;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reports(
            FamilyAccess access,
            ReportableEvents events,
            NetworkMembers network,
            RecordEntries entries,
            JdbcClient jdbc,
            Clock clock) {
        this.access = access;
        this.events = events;
        this.network = network;
        this.entries = entries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What somebody says has happened.
     *
     * @param event the reference of a {@link ReportableEvent}
     * @param on the day it happened, not one to come
     * @param personId the person of the network whom it is about, where the event asks for one
     * @param once the same whenever the same form is sent, and never used by another
     */
    public record Report(
            String event, LocalDate on, @Nullable String personId, String whatHappened, String once) {}

    /** By pathway and name. */
    public List<ReportableEvent> awaited(String familyId) {
        access.requireVisible(familyId);
        return events.of(familyId);
    }

    /**
     * Reports it once, however often the same form is sent.
     *
     * @throws ReportRefused with a sentence for the worker; nothing has changed then
     */
    @Transactional
    public void report(String familyId, Report report) {
        access.requireVisible(familyId);
        String author = CurrentWorker.accountId().orElseThrow();
        if (wasSent(author, report)) {
            return;
        }
        if (report.on().isAfter(LocalDate.now(clock))) {
            throw new ReportRefused("The day must be today or in the past.");
        }
        ReportableEvent event = events.of(familyId).stream()
                .filter(awaited -> awaited.reference().equals(report.event()))
                .findFirst()
                .orElseThrow(ReportRefused::nothingWaits);
        String person = event.asksAboutWhom() ? personOf(familyId, report.personId()) : event.personId();
        entries.keep(submission(familyId, event, person, author, report));
        events.tell(familyId, event.reference(), variables(event, person, report));
        log.info("{} of case {} was reported by {}", event.step(), event.processInstanceId(), author);
    }

    private boolean wasSent(String author, Report report) {
        String key = sentBy(author, report);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0)) is null")
                .param(key)
                .query(Boolean.class)
                .single();
        return jdbc.sql("select exists (select from record_entry where task_id = ? and version = 1)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    private static String sentBy(String author, Report report) {
        return "report:%s:%s".formatted(author, report.once());
    }

    private String personOf(String familyId, @Nullable String personId) {
        return network.ofFamily(familyId).stream()
                .map(NetworkMember::id)
                .filter(id -> id.equals(personId))
                .findFirst()
                .orElseThrow(() -> new ReportRefused("Choose who it is about."));
    }

    private static Submission submission(
            String familyId, ReportableEvent event, @Nullable String person, String author, Report report) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("happenedOn", report.on().toString());
        answers.put("whatHappened", report.whatHappened());
        return new Submission(
                event.pathwayKey(),
                event.processInstanceId(),
                sentBy(author, report),
                event.step(),
                FORM,
                1,
                familyId,
                event.childId(),
                person,
                author,
                answers);
    }

    private static Map<String, Object> variables(ReportableEvent event, @Nullable String person, Report report) {
        var variables = new LinkedHashMap<String, Object>();
        variables.put(CaseVariables.REPORTED_ON.name(), report.on().toString());
        if (event.asksAboutWhom() && person != null) {
            variables.put(CaseVariables.PERSON_ID.name(), person);
        }
        return variables;
    }
}
