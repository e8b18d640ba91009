package org.familypathways.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * Who may see which family: workers who are involved with it or have an open task about it, and the managers of the
 * teams that serve it. A restricted family is there for the people named in its restriction and for nobody else, and
 * nobody sees a family with which they have a conflict of interest.
 */
@Service
public class FamilyAccess {

    /** No family has this reference. */
    private static final String NO_FAMILY = "";

    private final JdbcClient jdbc;
    private final Workers workers;
    private final Absences absences;
    private final FamilyRestrictions restrictions;
    private final ObjectProvider<FamilyInvolvements> involvements;
    private final ObjectProvider<FamilyTasks> tasks;

    FamilyAccess(
            JdbcClient jdbc,
            Workers workers,
            Absences absences,
            FamilyRestrictions restrictions,
            ObjectProvider<FamilyInvolvements> involvements,
            ObjectProvider<FamilyTasks> tasks) {
        this.jdbc = jdbc;
        this.workers = workers;
        this.absences = absences;
        this.restrictions = restrictions;
        this.involvements = involvements;
        this.tasks = tasks;
    }

    public boolean maySee(String accountId, String familyId) {
        if (workers.find(accountId).filter(Worker::active).isEmpty()) {
            return false;
        }
        return switch (door(accountId, familyId)) {
            case OPENED_BY_NAME -> true;
            // asked about no family at all, so that what is closed takes as long as what does not exist
            case CLOSED -> worksWith(accountId, NO_FAMILY);
            case OF_WHOEVER_WORKS_WITH_IT -> worksWith(accountId, familyId);
        };
    }

    /** Whether the family is closed to the worker, by a restriction or a conflict of interest, whatever their work is. */
    public boolean isClosedTo(String accountId, String familyId) {
        return door(accountId, familyId) == Door.CLOSED;
    }

    /** Whether the task, open or done, is about a family that is closed to the worker. */
    public boolean isTaskClosedTo(String accountId, String taskId) {
        String family = tasks.stream()
                .flatMap(known -> known.familyOf(taskId).stream())
                .findFirst()
                .orElse(NO_FAMILY);
        return isClosedTo(accountId, family);
    }

    private enum Door {
        CLOSED,
        OPENED_BY_NAME,
        OF_WHOEVER_WORKS_WITH_IT
    }

    /** One statement, whatever it finds. */
    private Door door(String accountId, String familyId) {
        return jdbc.sql("""
                        select case
                          when exists (select from family_conflict_now
                            where account_id = :account and family_id = :family) then 'CLOSED'
                          when r.id is null then 'OF_WHOEVER_WORKS_WITH_IT'
                          when exists (select from family_restriction_person p
                            where p.restriction_id = r.id and p.account_id = :account) then 'OPENED_BY_NAME'
                          else 'CLOSED' end
                        from (select) as one left join family_restriction r
                          on r.family_id = :family and r.lifted_at is null
                        """)
                .param("account", accountId)
                .param("family", familyId)
                .query((row, number) -> Door.valueOf(row.getString(1)))
                .single();
    }

    /** Whoever acts for somebody who is away sees what these see. */
    private boolean worksWith(String accountId, String familyId) {
        return worksWithByThemselves(accountId, familyId)
                || absences.actsFor(accountId).stream().anyMatch(absent -> lends(absent, familyId));
    }

    private boolean worksWithByThemselves(String accountId, String familyId) {
        return managedBy(accountId).contains(familyId)
                || isInvolved(accountId, familyId)
                || tasks.stream().anyMatch(known -> known.hasTask(accountId, familyId));
    }

    /** Whether the worker has a part in the family's case, also where the family is closed to them. */
    boolean isInvolved(String accountId, String familyId) {
        return involvements.stream().anyMatch(known -> known.isInvolved(accountId, familyId));
    }

    /** Nobody lends a deputy what is closed to themselves, which takes as long as what does not exist. */
    private boolean lends(String absent, String familyId) {
        return worksWithByThemselves(absent, isClosedTo(absent, familyId) ? NO_FAMILY : familyId);
    }

    /** For whom the worker acts when they do something about the family that they do not work with themselves. */
    public Optional<String> actedFor(String accountId, String familyId) {
        var absent = absences.actsFor(accountId);
        if (absent.isEmpty()
                || worksWithByThemselves(accountId, familyId)
                || restrictions.namedPeople(familyId).isPresent()) {
            return Optional.empty();
        }
        return absent.stream().filter(worker -> lends(worker, familyId)).findFirst();
    }

    /**
     * Lets the signed-in worker go on only with a family that they may see.
     *
     * @throws FamilyNotFoundException also when there is no such family, so that the two cannot be told apart
     */
    public void requireVisible(String familyId) {
        if (!CurrentWorker.accountId().map(account -> maySee(account, familyId)).orElse(false)) {
            throw new FamilyNotFoundException();
        }
    }

    /** Whether the worker manages the case team that serves the family, and may see it. */
    public boolean isTeamManagerOf(String accountId, String familyId) {
        return workers.inRole(PracticeRole.TEAM_MANAGER, familyId).stream()
                        .anyMatch(manager -> manager.accountId().equals(accountId))
                && maySee(accountId, familyId);
    }

    /**
     * Lets only a team manager of the family go on.
     *
     * @throws FamilyNotFoundException when the signed-in worker may not see the family at all
     * @throws AccessDeniedException when they may see it and do not manage its team
     */
    public void requireTeamManagerOf(String familyId) {
        requireVisible(familyId);
        if (!isTeamManagerOf(CurrentWorker.accountId().orElseThrow(), familyId)) {
            throw new AccessDeniedException("Only a team manager of the family may do this.");
        }
    }

    /** Every family that the worker may see, for lists: {@code where family_id = any(:visible)}. */
    public Set<String> visibleTo(String accountId) {
        if (workers.find(accountId).filter(Worker::active).isEmpty()) {
            return Set.of();
        }
        var visible = new HashSet<String>();
        Stream.concat(Stream.of(accountId), absences.actsFor(accountId).stream())
                .forEach(worker -> visible.addAll(familiesOf(worker)));
        visible.removeAll(restrictions.restrictedFamilies());
        visible.addAll(restrictions.familiesNaming(accountId));
        visible.removeAll(conflictsOf(accountId));
        return visible;
    }

    /** Those with which the worker works by themselves, but for conflicts of interest. */
    private Set<String> familiesOf(String accountId) {
        var families = new HashSet<>(managedBy(accountId));
        involvements.forEach(known -> families.addAll(known.familiesOf(accountId)));
        tasks.forEach(known -> families.addAll(known.familiesOf(accountId)));
        families.removeAll(conflictsOf(accountId));
        return families;
    }

    /** The families that are closed to this worker, whatever else they may look for. */
    public Set<String> hiddenFrom(String accountId) {
        var hidden = new HashSet<>(restrictions.restrictedFamilies());
        hidden.removeAll(restrictions.familiesNaming(accountId));
        hidden.addAll(conflictsOf(accountId));
        return hidden;
    }

    /**
     * The families that are closed to this worker when they look for families in one of these roles. A deputy who does not
     * hold the role themselves does not find what is closed to those for whom they act.
     */
    public Set<String> hiddenFrom(String accountId, PracticeRole... roles) {
        var hidden = hiddenFrom(accountId);
        if (!holdsAny(accountId, roles)) {
            absences.actsFor(accountId).stream()
                    .filter(absent -> holdsAny(absent, roles))
                    .map(this::conflictsOf)
                    .reduce((some, others) -> {
                        some.retainAll(others);
                        return some;
                    })
                    .ifPresent(hidden::addAll);
            hidden.removeAll(visibleTo(accountId));
        }
        return hidden;
    }

    private boolean holdsAny(String accountId, PracticeRole... roles) {
        return workers.holdings(accountId).stream()
                .anyMatch(holding -> List.of(roles).contains(holding.role()));
    }

    /** The families with which the worker has a conflict of interest, among them such as do not exist. */
    public Set<String> conflictsOf(String accountId) {
        return new HashSet<>(jdbc.sql("select family_id from family_conflict_now where account_id = :account")
                .param("account", accountId)
                .query(String.class)
                .set());
    }

    /** Those of the families that the worker may see. */
    public Set<String> visibleAmong(String accountId, Collection<String> familyIds) {
        var visible = visibleTo(accountId);
        visible.retainAll(familyIds);
        return visible;
    }

    private List<String> managedBy(String accountId) {
        var managing = workers.holdings(accountId).stream()
                .filter(holding -> holding.role().managesTeam())
                .map(RoleHolding::teamId)
                .toList();
        if (managing.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select family_id from family_team where team_id in (:teams) and served_until is null")
                .param("teams", managing)
                .query(String.class)
                .list();
    }
}
