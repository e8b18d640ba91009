package org.familypathways.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.familypathways.document.Document.Origin;
import org.familypathways.document.Document.Version;
import org.familypathways.document.Document.Withdrawal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The documents' rows. A document is where its entry is, and is not there once its entry was withdrawn. Of what it says,
 * never more than one piece is in memory.
 */
@Repository
class DocumentRows {

    private static final int PIECE = 256 * 1024;

    private static final String SELECT = """
            select d.id, d.title, d.withdrawn_by, d.withdrawn_for, d.withdrawn_at, d.withdraw_reason, v.*,
              e.entry_id, e.process_instance_id, e.task_key, e.recorded_at, coalesce(e.person_id, e.child_id) as about
            from document d
            join document_version v on v.document_id = d.id
            join record_entry e on e.entry_id = d.entry_id and not e.superseded
              and e.change is distinct from 'withdrawn'
            where e.family_id = :family
            """;
    private static final String NEWEST_FIRST = " order by d.id desc, v.version desc";

    /**
     * Who did it.
     *
     * @param actedFor the absent worker for whom they acted
     */
    record Hand(String worker, @Nullable String actedFor) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    DocumentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first; one statement, however many they are. */
    List<Document> ofFamily(String familyId) {
        return grouped(jdbc.sql(SELECT + NEWEST_FIRST).param("family", familyId));
    }

    Optional<Document> find(String familyId, long documentId) {
        return grouped(jdbc.sql(SELECT + "and d.id = :document" + NEWEST_FIRST)
                        .param("family", familyId)
                        .param("document", documentId))
                .stream()
                .findFirst();
    }

    /** A letter of these words that stands on the family's record. */
    Optional<Document> madeFrom(String familyId, String madeFrom) {
        return grouped(jdbc.sql(SELECT + "and d.made_from = :madeFrom and d.withdrawn_at is null" + NEWEST_FIRST)
                        .param("family", familyId)
                        .param("madeFrom", madeFrom))
                .stream()
                .findFirst();
    }

    /** Lets nobody else change the family's documents until the transaction ends. */
    void hold(String familyId) {
        jdbc.sql("select id from family where id = :family for no key update")
                .param("family", familyId)
                .query(String.class)
                .list();
    }

    long add(long entryId, String title, @Nullable String madeFrom, NewFile file, Hand hand) {
        long document = jdbc.sql("""
                        insert into document (entry_id, title, made_from) values (:entry, :title, :madeFrom) returning id
                        """)
                .param("entry", entryId)
                .param("title", title)
                .param("madeFrom", madeFrom)
                .query(Long.class)
                .single();
        addVersion(document, 1, file, hand, null);
        return document;
    }

    void addVersion(long documentId, int version, NewFile file, Hand hand, @Nullable String reason) {
        jdbc.sql("""
                        insert into document_version (document_id, version, file_name, media_type, size_in_bytes, sha256,
                            added_by, added_for, added_at, replace_reason)
                        values (:document, :version, :name, :type, :size, :sha256, :author, :absent, :now, :reason)
                        """)
                .param("document", documentId)
                .param("version", version)
                .param("name", file.name())
                .param("type", file.type().mediaType())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("author", hand.worker())
                .param("absent", hand.actedFor())
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .update();
        try (InputStream content = file.content().getInputStream()) {
            int position = 0;
            for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                jdbc.sql("insert into document_piece (document_id, version, position, content) values (?, ?, ?, ?)")
                        .params(documentId, version, position++, piece)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for one piece after the other, so that a slow reader keeps no connection from others. */
    void write(long documentId, int version, OutputStream out) throws IOException {
        for (int position = 0; ; position++) {
            var piece = jdbc.sql("""
                            select content from document_piece
                            where document_id = ? and version = ? and position = ?
                            """)
                    .params(documentId, version, position)
                    .query((row, number) -> row.getBytes(1))
                    .optional();
            if (piece.isEmpty()) {
                return;
            }
            out.write(piece.get());
        }
    }

    void withdraw(long documentId, Hand hand, String reason) {
        jdbc.sql("""
                        update document set withdrawn_by = :by, withdrawn_for = :absent, withdrawn_at = :now,
                          withdraw_reason = :reason
                        where id = :document and withdrawn_at is null
                        """)
                .param("by", hand.worker())
                .param("absent", hand.actedFor())
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .param("document", documentId)
                .update();
    }

    void giveTo(long newEntry, long oldEntry) {
        jdbc.sql("update document set entry_id = :to where entry_id = :from")
                .param("to", newEntry)
                .param("from", oldEntry)
                .update();
    }

    private static List<Document> grouped(JdbcClient.StatementSpec rows) {
        var documents = new LinkedHashMap<Long, Document>();
        rows.query(row -> {
            var document = document(row);
            documents.merge(document.id(), document, DocumentRows::withOlderVersion);
        });
        return List.copyOf(documents.values());
    }

    private static Document withOlderVersion(Document document, Document older) {
        var versions = new ArrayList<>(document.versions());
        versions.addAll(older.versions());
        return new Document(document.id(), document.origin(), document.title(), versions, document.withdrawal());
    }

    private static Document document(ResultSet row) throws SQLException {
        String withdrawnBy = row.getString("withdrawn_by");
        return new Document(
                row.getLong("id"),
                new Origin(
                        row.getLong("entry_id"),
                        row.getString("process_instance_id"),
                        row.getString("task_key"),
                        row.getString("about"),
                        row.getTimestamp("recorded_at").toInstant()),
                row.getString("title"),
                List.of(version(row)),
                withdrawnBy == null
                        ? null
                        : new Withdrawal(
                                withdrawnBy,
                                row.getString("withdrawn_for"),
                                row.getTimestamp("withdrawn_at").toInstant(),
                                row.getString("withdraw_reason")));
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("version"),
                row.getString("file_name"),
                DocumentType.of(row.getString("media_type")),
                row.getLong("size_in_bytes"),
                row.getString("sha256"),
                row.getString("added_by"),
                row.getString("added_for"),
                row.getTimestamp("added_at").toInstant(),
                row.getString("replace_reason"));
    }
}
