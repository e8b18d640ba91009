package org.familypathways.record;

import java.util.Optional;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Workers add the children of a family and complete what is known of them: a census file, for example, has no names. */
@Service
public class FamilyChildren {

    private static final Logger log = LoggerFactory.getLogger(FamilyChildren.class);

    private final FamilyAccess access;
    private final FamilyRows rows;
    private final Children children;
    private final ChildMatching matching;
    private final RecordNotes notes;
    private final ApplicationEventPublisher events;

    FamilyChildren(
            FamilyAccess access,
            FamilyRows rows,
            Children children,
            ChildMatching matching,
            RecordNotes notes,
            ApplicationEventPublisher events) {
        this.access = access;
        this.rows = rows;
        this.children = children;
        this.matching = matching;
        this.notes = notes;
        this.events = events;
    }

    /** @throws FamilyNotFoundException also when the child does not belong to the family */
    public Child child(String familyId, String childId) {
        access.requireVisible(familyId);
        return children.find(childId)
                .filter(child -> child.familyId().equals(familyId))
                .orElseThrow(FamilyNotFoundException::new);
    }

    /**
     * Adds a child to the family.
     *
     * @throws RecordChangeRefused when the child is on record already, where the worker may know that
     */
    @Transactional
    public Child add(String familyId, ChildDetails details) {
        access.requireVisible(familyId);
        rows.hold(familyId);
        Optional<Child> same = matching.find(details.asNew());
        same.ifPresent(known -> refuseTwice(familyId, known));
        Child child = children.create(familyId, details.asNew());
        // a child of a family that this worker may not see is never betrayed; somebody who may see both links them
        same.ifPresent(known -> log.warn("{} may be the same child as {}", child.id(), known.id()));
        notes.write(familyId, child.id(), "addChild", RecordNotes.of(details));
        events.publishEvent(new FamilyPeopleChanged(familyId));
        return child;
    }

    private void refuseTwice(String familyId, Child known) {
        if (known.familyId().equals(familyId)) {
            throw new RecordChangeRefused("This child is on record in this family already.");
        }
        String worker = CurrentWorker.accountId().orElseThrow();
        if (access.maySee(worker, known.familyId())) {
            throw new RecordChangeRefused("This child is on record already, in family %s. If the two belong together,"
                            .formatted(known.familyId())
                    + " open that family and link the siblings.");
        }
    }

    /**
     * Changes what is known of a child.
     *
     * @param seen the {@link Fingerprint} of what the worker saw before they changed it
     * @throws RecordChangeRefused when somebody else changed it meanwhile
     */
    @Transactional
    public void change(String familyId, String childId, String seen, ChildDetails details) {
        access.requireVisible(familyId);
        ChildDetails now = ChildDetails.of(children.hold(familyId, childId).orElseThrow(FamilyNotFoundException::new));
        if (now.equals(details)) {
            return;
        }
        if (!Fingerprint.of(now).equals(seen)) {
            throw new RecordChangeRefused("Somebody else has changed this child since you opened the page. Open it"
                    + " again in another window and compare before you save.");
        }
        children.change(childId, details);
        notes.write(familyId, childId, "changeChild", RecordNotes.changes(now, details));
    }
}
