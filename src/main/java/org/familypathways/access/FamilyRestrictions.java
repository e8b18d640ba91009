package org.familypathways.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Families that only named people may see, for example because a parent works here. A team manager restricts a family
 * with a reason and at least two named people, so that nobody's absence leaves it alone, and may name others later
 * without opening it in between; a service manager may add somebody at any time. The family's open tasks are then offered
 * to the named people only. Of all this nothing is ever changed but that a restriction ends.
 */
@Service
public class FamilyRestrictions {

    private final JdbcClient jdbc;
    private final Workers workers;
    private final FamilyTurns turns;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FamilyRestrictions(
            JdbcClient jdbc, Workers workers, FamilyTurns turns, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.workers = workers;
        this.turns = turns;
        this.clock = clock;
        this.events = events;
    }

    /** The people who may see the family, or nothing when it is not restricted. */
    public Optional<Set<String>> namedPeople(String familyId) {
        return current(familyId)
                .map(restriction -> new HashSet<>(
                        jdbc.sql("select account_id from family_restriction_person where restriction_id = :id")
                                .param("id", restriction)
                                .query(String.class)
                                .list()));
    }

    /** The restriction that holds now. */
    public Optional<FamilyRestriction> find(String familyId) {
        return ofFamily(familyId).stream()
                .filter(restriction -> restriction.ended() == null)
                .findFirst();
    }

    /** The restriction that holds now and those that have ended, the latest first. */
    public List<FamilyRestriction> ofFamily(String familyId) {
        return jdbc.sql("select * from family_restriction where family_id = ? order by id desc")
                .param(familyId)
                .query((row, number) -> new FamilyRestriction(
                        row.getString("reason"),
                        row.getString("restricted_by"),
                        row.getTimestamp("restricted_at").toInstant(),
                        named(row.getLong("id")),
                        row.getTimestamp("lifted_at") == null
                                ? null
                                : new FamilyRestriction.Ended(
                                        row.getString("lifted_by"),
                                        row.getTimestamp("lifted_at").toInstant(),
                                        row.getString("lift_reason"))))
                .list();
    }

    private List<FamilyRestriction.Named> named(long restriction) {
        return jdbc.sql("select * from family_restriction_person where restriction_id = ? order by account_id")
                .param(restriction)
                .query((row, number) -> new FamilyRestriction.Named(
                        row.getString("account_id"),
                        row.getString("added_by"),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }

    public boolean isRestricted(String familyId) {
        return current(familyId).isPresent();
    }

    Set<String> restrictedFamilies() {
        return jdbc.sql("select family_id from family_restriction where lifted_at is null")
                .query(String.class)
                .set();
    }

    Set<String> familiesNaming(String accountId) {
        return jdbc.sql("""
                        select r.family_id from family_restriction r
                        join family_restriction_person p on p.restriction_id = r.id
                        where r.lifted_at is null and p.account_id = :account
                        """).param("account", accountId).query(String.class).set();
    }

    /**
     * Restricts the family to the named people.
     *
     * @throws RestrictionRefused with a sentence for the manager when the rules do not allow it
     */
    @Transactional
    public void restrict(String familyId, String reason, Set<String> named) {
        turns.alone(familyId);
        String manager = requireManagerOf(familyId);
        if (reason.isBlank()) {
            throw new RestrictionRefused("Say why this family is to be restricted.");
        }
        if (isRestricted(familyId)) {
            throw new RestrictionRefused("This family is already restricted.");
        }
        requireEnough(familyId, named);
        begin(familyId, reason, named, manager);
        tell(familyId, Set.of(), named);
    }

    /**
     * Other people may see the restricted family from now on; it is open to nobody else in between.
     *
     * @param before the accounts that the manager saw, so that nobody is named again whom somebody else has just left out
     * @throws RestrictionRefused with a sentence for the manager when the rules do not allow it
     */
    @Transactional
    public void change(String familyId, String reason, Set<String> before, Set<String> named) {
        turns.alone(familyId);
        String manager = requireManagerOf(familyId);
        FamilyRestriction now =
                find(familyId).orElseThrow(() -> new RestrictionRefused("This family is not restricted."));
        if (now.people().equals(named)) {
            return;
        }
        if (!now.people().equals(before)) {
            throw new RestrictionRefused(
                    "Somebody else has changed who may see this family. Look again who is named now.");
        }
        if (reason.isBlank()) {
            throw new RestrictionRefused("Say why other people may see this family.");
        }
        requireEnough(familyId, named);
        end(familyId, manager, reason);
        begin(familyId, now.reason(), named, manager);
        tell(familyId, now.people(), named);
    }

    /** A service manager lets one more person see a restricted family. */
    @Transactional
    public void add(String familyId, String accountId) {
        turns.alone(familyId);
        String manager = requireServiceManager(familyId);
        requireNoConflict(familyId, Set.of(accountId));
        var before = namedPeople(familyId).orElse(Set.of());
        name(
                current(familyId).orElseThrow(() -> new RestrictionRefused("This family is not restricted.")),
                accountId,
                manager);
        tell(familyId, before, namedPeople(familyId).orElseThrow());
    }

    /**
     * Opens the family again to everybody who works with it. A team manager can do it who is named, and a service manager.
     */
    @Transactional
    public void lift(String familyId, String reason) {
        turns.alone(familyId);
        String manager = requireManagerOf(familyId);
        if (reason.isBlank()) {
            throw new RestrictionRefused("Say why the restriction is lifted.");
        }
        var before = namedPeople(familyId).orElse(Set.of());
        end(familyId, manager, reason);
        tell(familyId, before, Set.of());
    }

    private void tell(String familyId, Set<String> before, Set<String> after) {
        if (!before.equals(after)) {
            events.publishEvent(new NamedPeopleChanged(familyId, before, after));
        }
        events.publishEvent(new FamilyOffersChanged(familyId));
    }

    /**
     * Children of a restricted family join another, which is then restricted to those people who are named for both, or
     * who are named at all where only one is restricted.
     *
     * @throws RestrictionRefused when fewer than two people would be left
     */
    @Transactional
    public void carryOver(String from, String to) {
        FamilyRestriction carried = find(from).orElse(null);
        if (carried == null) {
            return;
        }
        var named = new HashSet<>(carried.people());
        Optional<FamilyRestriction> there = find(to);
        there.ifPresent(restriction -> named.retainAll(restriction.people()));
        named.removeAll(withConflict(to));
        if (named.size() < 2) {
            throw new RestrictionRefused("Fewer than two people may see both families. Ask a service manager to name"
                    + " another person for both first.");
        }
        if (there.map(restriction -> restriction.people().equals(named)).orElse(false)) {
            return;
        }
        String by = signedIn();
        there.ifPresent(restriction -> end(to, by, "Goes on with the restriction of family " + from));
        String reason = there.map(restriction -> restriction.reason() + "\n" + carried.reason())
                .orElse(carried.reason());
        begin(to, reason, named, by);
        tell(to, there.map(FamilyRestriction::people).orElse(Set.of()), named);
    }

    private void begin(String familyId, String reason, Set<String> named, String manager) {
        long restriction = jdbc.sql("""
                        insert into family_restriction (family_id, reason, restricted_by, restricted_at)
                        values (:family, :reason, :manager, :now) returning id
                        """)
                .param("family", familyId)
                .param("reason", reason)
                .param("manager", manager)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        named.forEach(person -> name(restriction, person, manager));
    }

    private void end(String familyId, String manager, String reason) {
        jdbc.sql("""
                        update family_restriction set lifted_by = :manager, lifted_at = :now, lift_reason = :reason
                        where family_id = :family and lifted_at is null
                        """)
                .param("manager", manager)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .param("family", familyId)
                .update();
    }

    /** Nobody but the named people is offered the tasks of a restricted family, so what was offered to a leaver is offered anew. */
    @EventListener
    void offerAnew(WorkerLeft left) {
        offerAnewWhereNamed(left.accountId());
        familiesNaming(left.accountId()).forEach(this::tellIfTooFew);
    }

    /** Which of the named people is offered a task depends on their roles. */
    @EventListener
    void offerAnew(RoleChanged changed) {
        offerAnewWhereNamed(changed.accountId());
    }

    private void offerAnewWhereNamed(String accountId) {
        familiesNaming(accountId).forEach(family -> events.publishEvent(new FamilyOffersChanged(family)));
    }

    @EventListener
    void tellIfTooFew(ConflictDeclared conflict) {
        if (familiesNaming(conflict.accountId()).contains(conflict.familyId())) {
            tellIfTooFew(conflict.familyId());
        }
    }

    private void tellIfTooFew(String familyId) {
        int left = jdbc.sql("""
                        select count(*) from family_restriction r
                        join family_restriction_person p on p.restriction_id = r.id
                        join worker w on w.account_id = p.account_id and w.active
                        where r.family_id = :family and r.lifted_at is null
                          and not exists (select from family_conflict_now c
                            where c.account_id = p.account_id and c.family_id = r.family_id)
                        """).param("family", familyId).query(Integer.class).single();
        if (left < 2) {
            events.publishEvent(new TooFewNamed(familyId, left));
        }
    }

    /** Whether the worker is the last of those named for a restricted family who see it. */
    public boolean leavesFamilyAlone(String leaver) {
        return jdbc.sql("""
                        with named as (select r.id, p.account_id from family_restriction r
                          join family_restriction_person p on p.restriction_id = r.id
                          where r.lifted_at is null and not exists (select from family_conflict_now c
                            where c.account_id = p.account_id and c.family_id = r.family_id))
                        select exists (select from named mine
                          where mine.account_id = :leaver and not exists (select from named other
                            join worker w on w.account_id = other.account_id and w.active
                            where other.id = mine.id and other.account_id <> :leaver))
                        """).param("leaver", leaver).query(Boolean.class).single();
    }

    private Optional<Long> current(String familyId) {
        return jdbc.sql("select id from family_restriction where family_id = :family and lifted_at is null")
                .param("family", familyId)
                .query(Long.class)
                .optional();
    }

    private void name(long restriction, String person, String addedBy) {
        if (workers.find(person).filter(Worker::active).isEmpty()) {
            throw new RestrictionRefused("Nobody with the account " + person + " works here.");
        }
        jdbc.sql("""
                        insert into family_restriction_person (restriction_id, account_id, added_by, added_at)
                        values (:id, :person, :addedBy, :now) on conflict do nothing
                        """)
                .param("id", restriction)
                .param("person", person)
                .param("addedBy", addedBy)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** A team manager of the family, who must be named once it is restricted, or a service manager. */
    private String requireManagerOf(String familyId) {
        String account = signedIn();
        boolean managesTeam = workers.inRole(PracticeRole.TEAM_MANAGER, familyId).stream()
                .anyMatch(manager -> manager.accountId().equals(account));
        boolean hidden = namedPeople(familyId)
                .filter(people -> !people.contains(account))
                .isPresent();
        if (managesTeam && !hidden || isServiceManagerFor(account, familyId)) {
            return account;
        }
        throw new RestrictionRefused("Only a team manager of the family may do this.");
    }

    private String requireServiceManager(String familyId) {
        String account = signedIn();
        if (!isServiceManagerFor(account, familyId)) {
            throw new RestrictionRefused("Only a service manager may do this.");
        }
        return account;
    }

    /** Any service manager, but for one who has a conflict with the family. */
    public boolean isServiceManagerFor(String accountId, String familyId) {
        return workers.holds(accountId, PracticeRole.SERVICE_MANAGER)
                && !withConflict(familyId).contains(accountId);
    }

    private void requireEnough(String familyId, Set<String> named) {
        if (named.size() < 2) {
            throw new RestrictionRefused("Name at least two people who may see this family.");
        }
        requireNoConflict(familyId, named);
    }

    private void requireNoConflict(String familyId, Set<String> people) {
        withConflict(familyId).stream().filter(people::contains).findFirst().ifPresent(person -> {
            throw new RestrictionRefused(
                    "%s has a conflict of interest with this family. Name somebody else.".formatted(person));
        });
    }

    private Set<String> withConflict(String familyId) {
        return jdbc.sql("select account_id from family_conflict_now where family_id = :family")
                .param("family", familyId)
                .query(String.class)
                .set();
    }

    private static String signedIn() {
        return CurrentWorker.accountId().orElseThrow(() -> new RestrictionRefused("Sign in first."));
    }
}
