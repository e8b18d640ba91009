package org.familypathways.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyNotFoundException;
import org.familypathways.engine.FormVersions;
import org.familypathways.engine.FormVersions.FormVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An entry is corrected or withdrawn by whoever wrote it, or by a team manager of the family, with a reason. The version
 * before stays for auditors. An entry on the wrong child leaves only a marker there.
 */
@Service
public class EntryCorrections {

    private static final Logger log = LoggerFactory.getLogger(EntryCorrections.class);

    private final FamilyAccess access;
    private final RecordEntries entries;
    private final Children children;
    private final FormVersions forms;
    private final ApplicationEventPublisher events;

    EntryCorrections(
            FamilyAccess access,
            RecordEntries entries,
            Children children,
            FormVersions forms,
            ApplicationEventPublisher events) {
        this.access = access;
        this.entries = entries;
        this.children = children;
        this.forms = forms;
        this.events = events;
    }

    /**
     * The entry as it stands, for somebody who may correct it.
     *
     * @throws FamilyNotFoundException also when the family has no such entry
     * @throws AccessDeniedException when the worker neither wrote it nor manages the family's team
     */
    public Entry entry(String familyId, long entryId) {
        access.requireVisible(familyId);
        Entry entry = entries.find(familyId, entryId).orElseThrow(FamilyNotFoundException::new);
        String me = CurrentWorker.accountId().orElseThrow();
        boolean wrote = entries.firstAuthor(entryId).filter(me::equals).isPresent();
        if (!wrote && !access.isTeamManagerOf(me, familyId)) {
            throw new AccessDeniedException("Only the author or a team manager of the family may correct an entry.");
        }
        return entry;
    }

    /** What can be corrected in the entry. */
    public List<EntryText> texts(Entry entry) {
        var form = new FormVersion(entry.formId(), entry.formVersion());
        return EntryTexts.of(forms.find(List.of(form)).get(form), entry.answers());
    }

    /**
     * Puts these texts in the place of those that stood there.
     *
     * @param version the version that the worker saw
     * @param corrected by the path of each {@link EntryText}
     * @throws RecordChangeRefused when nothing is different, or when somebody else was faster
     */
    @Transactional
    public void correct(String familyId, long entryId, int version, Map<String, String> corrected, String reason) {
        Entry entry = entry(familyId, entryId);
        var changed = new LinkedHashMap<String, String>();
        for (EntryText text : texts(entry)) {
            String now = corrected.get(text.path());
            if (now != null && !now.equals(text.text().strip().replace("\r\n", "\n"))) {
                if (now.isBlank() && text.required()) {
                    throw new RecordChangeRefused("“%s” must be answered. To take everything back, withdraw the entry."
                            .formatted(text.question()));
                }
                changed.put(text.path(), now);
            }
        }
        if (changed.isEmpty() && entry.version() == version) {
            throw new RecordChangeRefused("Nothing is different from what stands there.");
        }
        replace(entry, version, EntryTexts.with(entry.answers(), changed), "corrected", reason);
    }

    /** Only a marker with the reason stays. */
    @Transactional
    public void withdraw(String familyId, long entryId, int version, String reason) {
        replace(entry(familyId, entryId), version, null, "withdrawn", reason);
    }

    /** What was written about the wrong child: a marker stays there, and the text goes to the right child. */
    @Transactional
    public void moveTo(String childId, String familyId, long entryId, int version, String reason) {
        Entry entry = entry(familyId, entryId);
        if (childId.equals(entry.childId())
                || children.ofFamily(familyId).stream()
                        .noneMatch(child -> child.id().equals(childId))) {
            throw new RecordChangeRefused("Choose the child whom the entry is about.");
        }
        if (replace(entry, version, null, "withdrawn", reason)) {
            events.publishEvent(new EntryMoved(entry.entryId(), entries.copyTo(entry, childId, reason)));
        }
    }

    private boolean replace(
            Entry entry, int version, @Nullable Map<String, Object> answers, String change, String reason) {
        String me = CurrentWorker.accountId().orElseThrow();
        if (reason.isBlank()) {
            throw new RecordChangeRefused("Say why.");
        }
        if (isSameAgain(entry, version, me, change, reason)) {
            return false;
        }
        if (entry.version() != version
                || "withdrawn".equals(entry.change())
                || !entries.replace(entry, me, answers, change, reason)) {
            throw new RecordChangeRefused(
                    "Somebody else has changed this entry since you opened the page. Open it again"
                            + " in another window and compare before you save.");
        }
        log.info("Entry {} of family {} was {} by {}", entry.entryId(), entry.familyId(), change, me);
        return true;
    }

    /** The same form sent a second time does nothing more. */
    private static boolean isSameAgain(Entry entry, int version, String me, String change, String reason) {
        return entry.version() == version + 1
                && change.equals(entry.change())
                && reason.equals(entry.changeReason())
                && entry.author().equals(me);
    }
}
