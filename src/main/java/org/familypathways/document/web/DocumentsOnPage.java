package org.familypathways.document.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.familypathways.access.Workers;
import org.familypathways.document.Document;
import org.familypathways.document.Document.Origin;
import org.familypathways.document.Document.Version;
import org.familypathways.document.Documents;
import org.familypathways.document.FileSize;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.Entry;
import org.familypathways.record.process.CaseModels;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** A family's documents in words, read once for each page; the same few statements however many they are. */
@Component
@RequestScope
public class DocumentsOnPage {

    private final Documents documents;
    private final CaseModels models;
    private final Workers workers;
    private final Map<String, List<Row>> known = new HashMap<>();

    DocumentsOnPage(Documents documents, CaseModels models, Workers workers) {
        this.documents = documents;
        this.models = models;
        this.workers = workers;
    }

    /**
     * The entry with which a document came.
     *
     * @param step what was done, for example "Record consent"
     */
    public record WrittenAt(long entryId, String step, String when) {}

    /**
     * @param what the kind of file and its size
     * @param withdrawn why nobody can read it any more; null while it can be read
     */
    public record Row(
            Document document,
            WrittenAt entry,
            String added,
            String who,
            String what,
            @Nullable String withdrawn) {}

    /** One version on the document's own page. */
    public record VersionRow(Version version, String added, String who, String what) {}

    /** @param withdrawnBy who withdrew it, and when; null while it can be read */
    public record Page(
            WrittenAt entry,
            List<VersionRow> versions,
            @Nullable String withdrawnBy) {}

    /** Newest first. */
    public List<Row> of(String familyId) {
        return known.computeIfAbsent(familyId, this::rows);
    }

    /** Those that came with one entry, and can still be read. */
    public List<Row> ofEntry(String familyId, long entryId) {
        return of(familyId).stream()
                .filter(row -> row.document().entryId() == entryId && row.withdrawn() == null)
                .toList();
    }

    WrittenAt entry(Entry entry) {
        return writtenAt(Origin.of(entry));
    }

    Page page(Document document) {
        var withdrawal = document.withdrawal();
        var names = workers.names(Stream.concat(
                        document.versions().stream().flatMap(DocumentsOnPage::accounts),
                        withdrawal == null ? Stream.of() : Stream.of(withdrawal.by(), withdrawal.actedFor()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var versions = document.versions().stream()
                .map(version -> new VersionRow(
                        version,
                        EnglishTime.moment(version.addedAt()),
                        who(version.addedBy(), version.addedFor(), names),
                        what(version)))
                .toList();
        return new Page(
                writtenAt(document.origin()),
                versions,
                withdrawal == null
                        ? null
                        : "%s, %s"
                                .formatted(
                                        who(withdrawal.by(), withdrawal.actedFor(), names),
                                        EnglishTime.moment(withdrawal.at())));
    }

    private List<Row> rows(String familyId) {
        var found = documents.ofFamily(familyId);
        if (found.isEmpty()) {
            return List.of();
        }
        var names = names(found.stream().map(Document::origin));
        var people = workers.names(found.stream()
                .flatMap(document -> accounts(document.newest()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream().map(document -> row(document, names, people)).toList();
    }

    private static Stream<@Nullable String> accounts(Version version) {
        return Stream.of(version.addedBy(), version.addedFor());
    }

    private static String who(String worker, @Nullable String absent, Map<String, String> names) {
        String name = names.getOrDefault(worker, worker);
        return absent == null ? name : "%s for %s".formatted(name, names.getOrDefault(absent, absent));
    }

    private static Row row(Document document, CaseModels.Names names, Map<String, String> people) {
        var newest = document.newest();
        var withdrawal = document.withdrawal();
        return new Row(
                document,
                writtenAt(document.origin(), names),
                EnglishTime.moment(newest.addedAt()),
                who(newest.addedBy(), newest.addedFor(), people),
                what(newest),
                withdrawal == null ? null : withdrawal.reason());
    }

    private CaseModels.Names names(Stream<Origin> written) {
        return models.of(written.map(Origin::processInstanceId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private WrittenAt writtenAt(Origin entry) {
        return writtenAt(entry, names(Stream.of(entry)));
    }

    private static WrittenAt writtenAt(Origin entry, CaseModels.Names names) {
        return new WrittenAt(
                entry.entryId(),
                names.step(entry.processInstanceId(), entry.taskKey()),
                EnglishTime.moment(entry.recordedAt()));
    }

    private static String what(Version version) {
        return "%s, %s".formatted(version.type().title(), FileSize.words(version.size()));
    }
}
