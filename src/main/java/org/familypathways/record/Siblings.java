package org.familypathways.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyConflicts;
import org.familypathways.access.FamilyOffersChanged;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.FamilyTurns;
import org.familypathways.access.RestrictionRefused;
import org.familypathways.record.process.OpenCases;
import org.familypathways.record.process.OpenCases.OpenCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links siblings who are on record in two families: children join the other family, with their record.
 *
 * <p>When nobody stays behind, the two families are one from then on: people, entries, plans, clocks, notifications and
 * open cases move, and whoever worked with the one works with the other. When other children stay, only the child's own
 * record and cases move; a case about the whole family that is open stands against it, because it would go on without
 * the child. So does the same pathway when it is open in both families: two enquiries or two offers about one family
 * would hear each other's messages, so that one of them must be brought to an end first. Facts are never changed: those
 * of before keep the old reference and the child's. A restriction of either family holds for both, and so does
 * a conflict of interest with the family that they leave, and what must be known of it.
 */
@Service
public class Siblings {

    /** Delivers one message each, or explains one clock each: there may be several for a family. */
    private static final Set<String> MANY_FOR_A_FAMILY = Set.of("notification-delivery", "missed-timescale");

    private static final Logger log = LoggerFactory.getLogger(Siblings.class);

    private final FamilyAccess access;
    private final FamilyRestrictions restrictions;
    private final FamilyTurns turns;
    private final FamilyConflicts conflicts;
    private final FamilyFlags flags;
    private final Children children;
    private final FamilyRows rows;
    private final OpenCases cases;
    private final RecordNotes notes;
    private final ApplicationEventPublisher events;

    Siblings(
            FamilyAccess access,
            FamilyRestrictions restrictions,
            FamilyTurns turns,
            FamilyConflicts conflicts,
            FamilyFlags flags,
            Children children,
            FamilyRows rows,
            OpenCases cases,
            RecordNotes notes,
            ApplicationEventPublisher events) {
        this.access = access;
        this.restrictions = restrictions;
        this.turns = turns;
        this.conflicts = conflicts;
        this.flags = flags;
        this.children = children;
        this.rows = rows;
        this.cases = cases;
        this.notes = notes;
        this.events = events;
    }

    /** Whether the children are in that family already, which the worker may see: the same form was sent twice. */
    public boolean areLinked(Set<String> childIds, String to) {
        boolean visible =
                CurrentWorker.accountId().filter(me -> access.maySee(me, to)).isPresent();
        return visible && !childIds.isEmpty() && idsOf(to).containsAll(childIds);
    }

    /**
     * Lets the children join the other family.
     *
     * @throws RecordChangeRefused with a sentence for the worker; nothing has changed then
     */
    @Transactional
    public void link(String from, Set<String> childIds, String to, String reason) {
        turns.alone(from, to);
        access.requireVisible(from);
        check(from, childIds, to, reason);
        rows.hold(from, to);
        boolean whole = childIds.containsAll(idsOf(from));
        var moving = casesToMove(from, childIds, to, whole);
        boolean hidden = restrictions.isRestricted(to) && !restrictions.isRestricted(from);
        conflicts.carryOver(from, to);
        flags.carryOver(from, to);
        try {
            restrictions.carryOver(from, to);
        } catch (RestrictionRefused refused) {
            throw new RecordChangeRefused(String.valueOf(refused.getMessage()));
        }
        rows.giveChildren(from, to, childIds);
        if (whole) {
            rows.giveRest(from, to);
        }
        moving.forEach(open -> cases.giveTo(to, open));
        events.publishEvent(new SiblingsLinked(from, to, childIds, whole));
        events.publishEvent(new FamilyOffersChanged(to));
        events.publishEvent(new FamilyPeopleChanged(to));
        leaveMarkers(from, childIds, to, reason, hidden);
        log.info("{} of family {} joined family {}", childIds, from, to);
    }

    private void check(String from, Set<String> childIds, String to, String reason) {
        if (reason.isBlank()) {
            throw new RecordChangeRefused("Say how you know that they belong together.");
        }
        if (from.equals(to)) {
            throw new RecordChangeRefused("Enter the reference of the other family.");
        }
        if (CurrentWorker.accountId().filter(me -> access.maySee(me, to)).isEmpty()) {
            throw new RecordChangeRefused("There is no family %s that you work with.".formatted(to));
        }
        if (childIds.isEmpty() || !idsOf(from).containsAll(childIds)) {
            throw new RecordChangeRefused("Choose who joins the other family.");
        }
    }

    private List<OpenCase> casesToMove(String from, Set<String> childIds, String to, boolean whole) {
        var open = cases.of(from);
        if (!whole) {
            open.stream()
                    .filter(each -> each.childId() == null)
                    .filter(Siblings::isOnlyOne)
                    .findFirst()
                    .ifPresent(each -> {
                        throw new RecordChangeRefused(
                                "“%s” is open for the whole family and would go on without the child."
                                                .formatted(each.pathway())
                                        + " Bring it to an end first, or let the whole family join.");
                    });
            return open.stream()
                    .filter(each -> childIds.contains(String.valueOf(each.childId())))
                    .toList();
        }
        var there = cases.of(to).stream()
                .filter(Siblings::isOnlyOne)
                .map(OpenCase::pathwayKey)
                .collect(Collectors.toSet());
        open.stream()
                .filter(Siblings::isOnlyOne)
                .filter(each -> there.contains(each.pathwayKey()))
                .findFirst()
                .ifPresent(each -> {
                    throw new RecordChangeRefused("“%s” is open in both families. Bring one of the two to an end first."
                            .formatted(each.pathway()));
                });
        return open;
    }

    private static boolean isOnlyOne(OpenCase open) {
        return open.childId() == null && !MANY_FOR_A_FAMILY.contains(open.pathwayKey());
    }

    /** A family that is restricted is not named to those who may not see it. */
    private void leaveMarkers(String from, Set<String> childIds, String to, String reason, boolean hidden) {
        var leaving = new LinkedHashMap<String, Object>();
        leaving.put("children", String.join(", ", childIds));
        leaving.put("theirRecordGoesOnIn", hidden ? "another family" : to);
        if (!hidden) {
            leaving.put("reason", reason);
        }
        notes.write(from, null, "siblingsLinked", leaving);
        notes.write(
                to,
                null,
                "siblingsLinked",
                Map.of("children", String.join(", ", childIds), "theirRecordBeganIn", from, "reason", reason));
    }

    private Set<String> idsOf(String familyId) {
        return children.ofFamily(familyId).stream().map(Child::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
