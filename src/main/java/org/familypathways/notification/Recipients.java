package org.familypathways.notification;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.familypathways.access.Absences;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.springframework.stereotype.Component;

/**
 * Who exactly is told. A restricted family is spoken of to the people named in its restriction and to nobody else, and no
 * family to somebody who has a conflict of interest with it; the manager of its team is told in their place. Whoever acts
 * for somebody who is told hears it as well. Service managers hear that too few people are named, because they may name
 * somebody.
 */
@Component
class Recipients {

    private final Workers workers;
    private final FamilyRestrictions restrictions;
    private final FamilyAccess access;
    private final Absences absences;

    Recipients(Workers workers, FamilyRestrictions restrictions, FamilyAccess access, Absences absences) {
        this.absences = absences;
        this.access = access;
        this.workers = workers;
        this.restrictions = restrictions;
    }

    List<Addressee> of(Notice notice) {
        if (notice.to() instanceof Recipient.ToPerson person) {
            return List.of(Addressee.person(person.personId()));
        }
        if (notice.to() instanceof Recipient.ToRole role) {
            return orTheRole(role.role(), holding(role.role(), notice.familyId()));
        }
        if (notice.to() instanceof Recipient.ToWhoeverNames) {
            return orTheRole(PracticeRole.SERVICE_MANAGER, whoNames(notice.familyId()));
        }
        String worker = ((Recipient.ToWorker) notice.to()).accountId();
        return access.isClosedTo(worker, notice.familyId())
                ? orTheRole(PracticeRole.TEAM_MANAGER, holding(PracticeRole.TEAM_MANAGER, notice.familyId()))
                : withDeputies(List.of(worker), notice.familyId());
    }

    private List<Addressee> whoNames(String familyId) {
        return workers.inRole(PracticeRole.SERVICE_MANAGER).stream()
                .map(Worker::accountId)
                .filter(manager -> restrictions.isServiceManagerFor(manager, familyId))
                .map(Addressee::worker)
                .toList();
    }

    /** Whether it is for somebody because they may name people for the family, who need not see it for that. */
    boolean isForWhoeverNames(Notification notification) {
        var to = notification.recipient();
        return RestrictionNotices.TEMPLATES.contains(notification.template())
                && to.kind() == Addressee.Kind.WORKER
                && restrictions.isServiceManagerFor(to.reference(), notification.familyId());
    }

    private List<Addressee> orTheRole(PracticeRole role, List<Addressee> holders) {
        return holders.isEmpty() ? List.of(Addressee.role(role.id())) : holders;
    }

    /** Those who hold the role for the family now. */
    List<Addressee> holding(String roleId, String familyId) {
        return PracticeRole.of(roleId).map(role -> holding(role, familyId)).orElse(List.of());
    }

    private List<Addressee> holding(PracticeRole role, String familyId) {
        var holders =
                workers.inRole(role, familyId).stream().map(Worker::accountId).toList();
        var told = restrictions
                .namedPeople(familyId)
                .map(named -> namedOf(holders, named))
                .orElse(holders);
        return withDeputies(
                told.stream()
                        .filter(worker -> !access.isClosedTo(worker, familyId))
                        .toList(),
                familyId);
    }

    private List<Addressee> withDeputies(Collection<String> told, String familyId) {
        return Stream.concat(
                        told.stream(),
                        absences.deputiesOf(told).stream().filter(deputy -> !access.isClosedTo(deputy, familyId)))
                .distinct()
                .map(Addressee::worker)
                .toList();
    }

    /** When none of the named people holds the role, all of them are told: somebody must know. */
    private static List<String> namedOf(List<String> holders, Set<String> named) {
        var told = holders.stream().filter(named::contains).toList();
        return told.isEmpty() ? named.stream().sorted().toList() : told;
    }
}
