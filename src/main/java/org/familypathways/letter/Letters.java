package org.familypathways.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyNotFoundException;
import org.familypathways.access.ReadLog;
import org.familypathways.document.Document;
import org.familypathways.document.DocumentType;
import org.familypathways.document.Documents;
import org.familypathways.document.NewFile;
import org.familypathways.notification.NotificationSettings;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.RecordNotes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes letters from the record, each to one person, and keeps what was made as a document of the record. */
@Service
public class Letters {

    private final List<LetterKind> kinds;
    private final FamilyAccess access;
    private final ReadLog reads;
    private final NetworkMembers network;
    private final LetterSafety safety;
    private final LetterWords words;
    private final LetterPdf pdf;
    private final Documents documents;
    private final RecordNotes notes;
    private final NotificationSettings settings;
    private final Clock clock;

    Letters(
            List<LetterKind> kinds,
            FamilyAccess access,
            ReadLog reads,
            NetworkMembers network,
            LetterSafety safety,
            LetterWords words,
            LetterPdf pdf,
            Documents documents,
            RecordNotes notes,
            NotificationSettings settings,
            Clock clock) {
        this.kinds = List.copyOf(kinds);
        this.access = access;
        this.reads = reads;
        this.network = network;
        this.safety = safety;
        this.words = words;
        this.pdf = pdf;
        this.documents = documents;
        this.notes = notes;
        this.settings = settings;
        this.clock = clock;
    }

    public List<LetterKind> kinds() {
        return kinds;
    }

    /**
     * The letter as it would be made now.
     *
     * @throws FamilyNotFoundException also when the person does not belong to the family's network
     * @throws LetterRefused with a sentence why it cannot be written
     */
    public Letter write(String familyId, String code, String personId) {
        access.requireVisible(familyId);
        NetworkMember to = person(familyId, personId);
        Letter letter = letter(kind(code), to);
        reads.read(familyId, "letter", "wrote %s to %s".formatted(code, personId));
        return letter;
    }

    /**
     * Makes the letter that the worker saw. The same letter asked for twice is one.
     *
     * @param seen {@link Letter#madeFrom} of what the worker saw
     * @return the number of the document
     * @throws LetterRefused when the record says something else by now
     */
    @Transactional
    public long make(String familyId, String code, String personId, String seen) {
        access.requireVisible(familyId);
        NetworkMember to = person(familyId, personId);
        LetterKind kind = kind(code);
        Letter letter = letter(kind, to);
        if (!letter.madeFrom().equals(seen)) {
            throw new LetterRefused(
                    "The record has changed since you looked at this letter. Read it again before it is made.");
        }
        return documents
                .holdMade(familyId, letter.madeFrom())
                .map(Document::id)
                .orElseGet(() -> keep(kind, letter, to));
    }

    private long keep(LetterKind kind, Letter letter, NetworkMember to) {
        String title = "%s to %s".formatted(kind.title(), to.displayName());
        long entry = notes.write(to.familyId(), to.id(), "letterMade", Map.of("letter", kind.title()));
        String name = "%s-%s-%s.pdf".formatted(kind.code(), to.id(), LocalDate.now(clock));
        return documents.keepMade(
                to.familyId(), entry, title, letter.madeFrom(), NewFile.made(name, DocumentType.PDF, pdf.of(letter)));
    }

    private Letter letter(LetterKind kind, NetworkMember to) {
        var details = new HashMap<>(kind.details(to));
        details.put("title", kind.title());
        details.put("department", settings.department());
        details.put("contact", settings.contact());
        details.put("family", to.familyId());
        details.put("today", EnglishTime.day(clock.instant()));
        details.put("name", to.displayName());
        details.put("address", safety.addressOf(to));
        String html = words.write(kind.code(), details);
        var letter = new Letter(kind.title(), html, digest(html), safety.advice(to));
        safety.requireNothingOfOthers(to, letter.text());
        return letter;
    }

    private LetterKind kind(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new LetterRefused("Choose the letter."));
    }

    private NetworkMember person(String familyId, String personId) {
        return network.ofFamily(familyId).stream()
                .filter(person -> person.id().equals(personId))
                .findFirst()
                .orElseThrow(FamilyNotFoundException::new);
    }

    private static String digest(String html) {
        return NewFile.made("", DocumentType.TEXT, html.getBytes(UTF_8)).sha256();
    }
}
