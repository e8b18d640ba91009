package org.familypathways.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyNotFoundException;
import org.familypathways.access.ReadLog;
import org.familypathways.document.Document.Version;
import org.familypathways.document.DocumentRows.Hand;
import org.familypathways.record.Entry;
import org.familypathways.record.RecordEntries;
import org.familypathways.record.RecordNotes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documents of the families' records. Whoever may see the family attaches and reads them, and every reading is
 * logged. Whoever brought a document, or a team manager of the family, replaces or withdraws it with a reason. The same
 * file sent twice is one document.
 */
@Service
public class Documents {

    private static final Logger log = LoggerFactory.getLogger(Documents.class);

    private final FamilyAccess access;
    private final ReadLog reads;
    private final RecordEntries entries;
    private final RecordNotes notes;
    private final DocumentRows rows;
    private final DocumentSettings settings;
    private final DocumentCheck check;

    Documents(
            FamilyAccess access,
            ReadLog reads,
            RecordEntries entries,
            RecordNotes notes,
            DocumentRows rows,
            DocumentSettings settings,
            DocumentCheck check) {
        this.access = access;
        this.reads = reads;
        this.entries = entries;
        this.notes = notes;
        this.rows = rows;
        this.settings = settings;
        this.check = check;
    }

    /**
     * Takes a file in, before anything is done with it; to be closed.
     *
     * @throws DocumentRefused with a sentence that says what can be attached instead
     */
    public ReceivedFile receive(String name, InputStream content) throws IOException {
        return ReceivedFile.receive(name, content, settings, check);
    }

    /** Newest first; for those who may see the family, which the caller has made sure of. */
    public List<Document> ofFamily(String familyId) {
        return rows.ofFamily(familyId);
    }

    /** @throws FamilyNotFoundException also when the family has no such document */
    public Document document(String familyId, long documentId) {
        access.requireVisible(familyId);
        return rows.find(familyId, documentId).orElseThrow(FamilyNotFoundException::new);
    }

    /** The entry to which something can be attached. */
    public Entry entry(String familyId, long entryId) {
        access.requireVisible(familyId);
        return entries.find(familyId, entryId)
                .filter(entry -> !"withdrawn".equals(entry.change()))
                .orElseThrow(FamilyNotFoundException::new);
    }

    /** Whether the signed-in worker may replace or withdraw it. */
    public boolean mayChange(String familyId, Document document) {
        String me = me();
        return document.author().equals(me) || access.isTeamManagerOf(me, familyId);
    }

    /**
     * Attaches a document to what was written at a step.
     *
     * @return its number; that of the document that is there already when the same file was sent twice
     */
    @Transactional
    public long attach(String familyId, long entryId, String title, NewFile file) {
        entry(familyId, entryId);
        rows.hold(familyId);
        return rows.ofFamily(familyId).stream()
                .filter(document -> document.entryId() == entryId && says(document, file))
                .map(Document::id)
                .findFirst()
                .orElseGet(() -> keep(familyId, entryId, title, null, file));
    }

    /**
     * Adds a document that belongs to nothing that was written before; an entry is made for it.
     *
     * @param childOrPerson whom it is about, by reference; null when it is about the family
     */
    @Transactional
    public long add(String familyId, @Nullable String childOrPerson, String title, NewFile file) {
        access.requireVisible(familyId);
        rows.hold(familyId);
        return rows.ofFamily(familyId).stream()
                .filter(document -> says(document, file)
                        && document.title().equals(title)
                        && Objects.equals(document.origin().about(), childOrPerson))
                .map(Document::id)
                .findFirst()
                .orElseGet(() -> {
                    long entry = notes.write(familyId, childOrPerson, "documentAdded", Map.of("document", title));
                    return keep(familyId, entry, title, null, file);
                });
    }

    /** Keeps a letter that was made here from these words, in the transaction in which its entry is made. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long keepMade(String familyId, long entryId, String title, String madeFrom, NewFile file) {
        return keep(familyId, entryId, title, madeFrom, file);
    }

    /** The letter that was made from these words, if any; from now on nobody else makes one for the family. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Document> holdMade(String familyId, String madeFrom) {
        rows.hold(familyId);
        return rows.madeFrom(familyId, madeFrom);
    }

    /**
     * Puts a newer version in the place of the one that the worker saw, which is kept.
     *
     * @throws DocumentRefused when somebody else was faster, it was withdrawn, or nothing is different
     */
    @Transactional
    public void replace(String familyId, long documentId, int seen, String reason, NewFile file) {
        Document document = changeable(familyId, documentId, reason);
        Version newest = document.newest();
        if (newest.sha256().equals(file.sha256())) {
            if (newest.number() == seen + 1 && newest.addedBy().equals(me())) {
                return;
            }
            throw new DocumentRefused("This file is the same as the one that is there.");
        }
        if (newest.number() != seen) {
            throw new DocumentRefused("Somebody else has replaced this document since you opened the page. Look at the"
                    + " newest version before you replace it.");
        }
        requireNotWithdrawn(document);
        rows.addVersion(documentId, seen + 1, file, hand(familyId), reason);
        log.info("Document {} of family {}: version {} by {}", documentId, familyId, seen + 1, me());
    }

    /** Nobody can read it any more; that it was there, and why it was withdrawn, stays. */
    @Transactional
    public void withdraw(String familyId, long documentId, String reason) {
        Document document = changeable(familyId, documentId, reason);
        if (document.withdrawal() != null && document.withdrawal().by().equals(me())) {
            return;
        }
        requireNotWithdrawn(document);
        rows.withdraw(documentId, hand(familyId), reason);
        log.info("Document {} of family {} withdrawn by {}", documentId, familyId, me());
    }

    /**
     * The version to be read. Earlier ones are there only for those who may replace the document, because what was wrong
     * in them may be what must not be read.
     *
     * @throws FamilyNotFoundException also when there is no such version, or the document was withdrawn
     */
    public Version open(String familyId, long documentId, int number) {
        Document document = document(familyId, documentId);
        if (document.withdrawal() != null || document.newest().number() != number && !mayChange(familyId, document)) {
            throw new FamilyNotFoundException();
        }
        Version version = document.versions().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(FamilyNotFoundException::new);
        reads.read(familyId, "document", "opened document %d, version %d".formatted(documentId, number));
        return version;
    }

    /** Writes what {@link #open} has allowed. */
    public void write(long documentId, Version version, OutputStream out) throws IOException {
        rows.write(documentId, version.number(), out);
    }

    private long keep(String familyId, long entryId, String title, @Nullable String madeFrom, NewFile file) {
        long document = rows.add(entryId, title, madeFrom, file, hand(familyId));
        log.info("Document {} of family {} added to entry {} by {}", document, familyId, entryId, me());
        return document;
    }

    private Document changeable(String familyId, long documentId, String reason) {
        access.requireVisible(familyId);
        rows.hold(familyId);
        Document document = document(familyId, documentId);
        if (!mayChange(familyId, document)) {
            throw new AccessDeniedException(
                    "Only who brought it, or a team manager of the family, may replace or withdraw a document.");
        }
        if (reason.isBlank()) {
            throw new DocumentRefused("Say why.");
        }
        return document;
    }

    private static void requireNotWithdrawn(Document document) {
        if (document.withdrawal() != null) {
            throw new DocumentRefused("This document was withdrawn already.");
        }
    }

    private static boolean says(Document document, NewFile file) {
        return document.withdrawal() == null && document.newest().sha256().equals(file.sha256());
    }

    private Hand hand(String familyId) {
        return new Hand(me(), access.actedFor(me(), familyId).orElse(null));
    }

    private static String me() {
        return CurrentWorker.accountId().orElseThrow();
    }
}
