package org.familypathways.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Workers who must not have to do with a family: they never see it, whatever else would let them. A worker declares that
 * themselves, also by a reference alone; a manager of the family declares it for them, and only a manager withdraws it.
 * It holds at once, and every word of it is kept.
 */
@Service
public class FamilyConflicts {

    private static final String NOW =
            "select id, account_id, family_id, reason, declared_by, declared_at from family_conflict_now ";

    private final JdbcClient jdbc;
    private final Workers workers;
    private final FamilyAccess access;
    private final FamilyTurns turns;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FamilyConflicts(
            JdbcClient jdbc,
            Workers workers,
            FamilyAccess access,
            FamilyTurns turns,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.workers = workers;
        this.access = access;
        this.turns = turns;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The signed-in worker declares a conflict of their own. Their part in the case ends, also where the family is closed
     * to them already. Where they have none and do not see the family, nothing but this row is written, so that neither the
     * answer nor its time tells whether there is one; nothing of it is in their hands then.
     */
    @Transactional
    public void declare(String familyId, String reason) {
        turns.alone(familyId);
        String me = CurrentWorker.accountId().orElseThrow(() -> new ConflictRefused("Sign in first."));
        requireReason(reason);
        boolean seesIt = access.maySee(me, familyId);
        boolean isInvolved = access.isInvolved(me, familyId);
        long conflict = keep(familyId, me, reason, me);
        if (seesIt || isInvolved) {
            takeWorkAway(conflict, familyId, me, me);
        }
    }

    /**
     * A manager of the family declares that a worker has a conflict.
     *
     * @throws ConflictRefused with a sentence for the manager when the rules do not allow it
     */
    @Transactional
    public void declareFor(String familyId, String accountId, String reason) {
        turns.alone(familyId);
        String manager = requireManagerOf(familyId);
        requireReason(reason);
        if (workers.find(accountId).filter(Worker::active).isEmpty()) {
            throw new ConflictRefused("Nobody with the account " + accountId + " works here.");
        }
        if (ofFamily(familyId).stream()
                .anyMatch(conflict -> conflict.accountId().equals(accountId))) {
            throw new ConflictRefused("That conflict is declared already.");
        }
        takeWorkAway(keep(familyId, accountId, reason, manager), familyId, accountId, manager);
    }

    /** A manager of the family withdraws what was declared of a worker, who then sees what their work lets them see. */
    @Transactional
    public void withdraw(String familyId, String accountId, String reason) {
        turns.alone(familyId);
        String manager = requireManagerOf(familyId);
        if (reason.isBlank()) {
            throw new ConflictRefused("Say why the conflict does not hold any more.");
        }
        int withdrawn = jdbc.sql("""
                        insert into family_conflict_withdrawn (conflict_id, withdrawn_by, withdrawn_at, reason)
                        select id, :manager, :now, :reason from family_conflict_now
                        where family_id = :family and account_id = :account
                        on conflict do nothing
                        """)
                .param("manager", manager)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .param("family", familyId)
                .param("account", accountId)
                .update();
        if (withdrawn > 0) {
            events.publishEvent(new FamilyOffersChanged(familyId));
        }
    }

    /** Those that hold now, the latest first. */
    public List<FamilyConflict> ofFamily(String familyId) {
        return jdbc.sql(NOW + "where family_id = :family order by id desc")
                .param("family", familyId)
                .query(FamilyConflicts::conflict)
                .list();
    }

    /** What the worker declared themselves, the latest first. What managers declared of them would name a family to them. */
    public List<FamilyConflict> declaredBy(String accountId) {
        return jdbc.sql(NOW + "where account_id = :account and declared_by = :account order by id desc")
                .param("account", accountId)
                .query(FamilyConflicts::conflict)
                .list();
    }

    /** Children of one family join another, and whoever has a conflict with the one has it with the other. */
    @Transactional
    public void carryOver(String from, String to) {
        jdbc.sql("""
                        insert into family_conflict (account_id, family_id, reason, declared_by, declared_at)
                        select c.account_id, :to, c.reason, c.declared_by, c.declared_at from family_conflict_now c
                        where c.family_id = :from and not exists (select from family_conflict_now there
                          where there.family_id = :to and there.account_id = c.account_id)
                        returning id, account_id, family_id, reason, declared_by, declared_at
                        """)
                .param("from", from)
                .param("to", to)
                .query(FamilyConflicts::conflict)
                .list()
                .forEach(conflict -> takeWorkAway(conflict.id(), to, conflict.accountId(), conflict.declaredBy()));
    }

    private void takeWorkAway(long conflict, String familyId, String accountId, String declaredBy) {
        events.publishEvent(new ConflictDeclared(conflict, familyId, accountId, declaredBy));
        events.publishEvent(new FamilyOffersChanged(familyId));
    }

    private long keep(String familyId, String accountId, String reason, String declaredBy) {
        return jdbc.sql("""
                        insert into family_conflict (account_id, family_id, reason, declared_by, declared_at)
                        values (:account, :family, :reason, :by, :now) returning id
                        """)
                .param("account", accountId)
                .param("family", familyId)
                .param("reason", reason)
                .param("by", declaredBy)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new ConflictRefused("Say what the conflict is.");
        }
    }

    private String requireManagerOf(String familyId) {
        String account = CurrentWorker.accountId().orElseThrow(() -> new ConflictRefused("Sign in first."));
        boolean manages = List.of(PracticeRole.TEAM_MANAGER, PracticeRole.SERVICE_MANAGER).stream()
                .flatMap(role -> workers.inRole(role, familyId).stream())
                .anyMatch(manager -> manager.accountId().equals(account));
        if (!manages || !access.maySee(account, familyId)) {
            throw new ConflictRefused("Only a manager of the family may do this.");
        }
        return account;
    }

    private static FamilyConflict conflict(ResultSet row, int number) throws SQLException {
        return new FamilyConflict(
                row.getLong("id"),
                row.getString("account_id"),
                row.getString("family_id"),
                row.getString("reason"),
                row.getString("declared_by"),
                row.getTimestamp("declared_at").toInstant());
    }
}
