package org.familypathways.familygroupconference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.familypathways.access.FamilyTeams;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.TeamKind;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.record.Involvements;
import org.familypathways.record.PracticeRuleBroken;
import org.familypathways.timescale.ClockSubject;
import org.familypathways.timescale.Clocks;
import org.springframework.stereotype.Service;

/**
 * The co-ordinators of conferences. Whoever prepares a conference has no other part in the family's case: they are not in
 * the team that works with the family and never were involved with it in another role (Family Rights Group,
 * independence of the co-ordinator).
 */
@Service
public class ConferenceCoordinators {

    private final Workers workers;
    private final FamilyTeams teams;
    private final Involvements involvements;
    private final ConferenceReferrals referrals;
    private final ConferenceNews news;
    private final Clocks clocks;
    private final PracticeFacts facts;
    private final Clock clock;

    ConferenceCoordinators(
            Workers workers,
            FamilyTeams teams,
            Involvements involvements,
            ConferenceReferrals referrals,
            ConferenceNews news,
            Clocks clocks,
            PracticeFacts facts,
            Clock clock) {
        this.workers = workers;
        this.teams = teams;
        this.involvements = involvements;
        this.referrals = referrals;
        this.news = news;
        this.clocks = clocks;
        this.facts = facts;
        this.clock = clock;
    }

    /** The accounts of those who could prepare a conference of the family, by name. */
    public List<String> independentOf(String familyId) {
        return workers.inRole(PracticeRole.FGC_COORDINATOR, familyId).stream()
                .map(Worker::accountId)
                .filter(account -> isIndependent(account, familyId))
                .toList();
    }

    private boolean isIndependent(String account, String familyId) {
        boolean inCaseTeam = teams.teamOf(familyId, TeamKind.CASE_TEAM)
                .map(team -> workers.holdings(account).stream()
                        .anyMatch(holding -> holding.teamId().equals(team.id())))
                .orElse(false);
        boolean hadAnotherPart = involvements.hadAnotherPart(account, familyId, List.of(PracticeRole.FGC_COORDINATOR));
        return !inCaseTeam && !hadAnotherPart;
    }

    /**
     * Gives the family its co-ordinator and begins the weeks of the preparation.
     *
     * @throws PracticeRuleBroken when that worker is no co-ordinator who is independent of the family
     */
    public void allocate(String familyId, String account, String processInstanceId, String once) {
        requireIndependent(account, familyId);
        LocalDate today = LocalDate.now(clock);
        referrals.leaveWaitingList(processInstanceId);
        involvements.begin(familyId, account, PracticeRole.FGC_COORDINATOR);
        facts.record(new CoordinatorAllocated(familyId, today, account), processInstanceId);
        var subject = new ClockSubject(familyId, null, processInstanceId);
        clocks.start("T51", subject, today);
        clocks.start("T52", subject, today);
        news.toWorker(account, "co-ordinator-allocated", familyId, once, Map.of());
        news.toWorkers("co-ordinator-allocated", familyId, once, Map.of());
        news.toHolders("co-ordinator-allocated", familyId, once, Map.of());
    }

    private void requireIndependent(String account, String familyId) {
        if (!independentOf(familyId).contains(account)) {
            throw new PracticeRuleBroken(
                    "%s cannot be the co-ordinator: choose one who works in the conference service and has no other part in family %s."
                            .formatted(account, familyId));
        }
    }

    /**
     * The co-ordinator cannot go on: the conference service is to find another one.
     *
     * @throws PracticeRuleBroken when none is allocated yet
     */
    public void seekAnother(String familyId, LocalDate on, String processInstanceId, String once) {
        if (of(familyId).isEmpty()) {
            throw new PracticeRuleBroken(
                    "No co-ordinator is allocated to family %s yet, so there is nothing to hand over."
                            .formatted(familyId));
        }
        facts.record(new CoordinatorSought(familyId, on), processInstanceId);
        news.toRole(PracticeRole.FGC_MANAGER, "co-ordinator-needed", familyId, once, Map.of());
    }

    /** The accounts of those who could take a conference of the family over, by name. */
    public List<String> othersFor(String familyId) {
        var present = of(familyId);
        return independentOf(familyId).stream()
                .filter(account -> !present.contains(account))
                .toList();
    }

    /**
     * Hands the family's conference to another co-ordinator; the weeks of the preparation go on.
     *
     * @param reason why, by its code
     * @throws PracticeRuleBroken when that worker is no co-ordinator who is independent of the family, or has it already
     */
    public void handOver(String familyId, String account, String reason, String processInstanceId, String once) {
        requireIndependent(account, familyId);
        if (of(familyId).contains(account)) {
            throw new PracticeRuleBroken("%s is the co-ordinator already; choose another one.".formatted(account));
        }
        release(familyId);
        involvements.begin(familyId, account, PracticeRole.FGC_COORDINATOR);
        facts.record(new CoordinatorChanged(familyId, LocalDate.now(clock), account, reason), processInstanceId);
        news.toWorker(account, "co-ordinator-changed", familyId, once, Map.of());
        news.toWorkers("co-ordinator-changed", familyId, once, Map.of());
        news.toHolders("co-ordinator-changed", familyId, once, Map.of());
    }

    /** A colleague goes on with the conference of a co-ordinator who leaves; the record knows it already. */
    public void goesOn(String familyId, String account, String processInstanceId) {
        String once = "%s left, %s goes on".formatted(processInstanceId, account);
        facts.record(new CoordinatorChanged(familyId, LocalDate.now(clock), account, "left"), processInstanceId);
        news.toWorker(account, "co-ordinator-changed", familyId, once, Map.of());
        news.toWorkers("co-ordinator-changed", familyId, once, Map.of());
        news.toHolders("co-ordinator-changed", familyId, once, Map.of());
    }

    /** Who prepares or looks after a conference of the family now. */
    List<String> of(String familyId) {
        return involvements.inRole(familyId, PracticeRole.FGC_COORDINATOR);
    }

    /** The co-ordinator's part in the case is over. */
    void release(String familyId) {
        of(familyId).forEach(account -> involvements.end(familyId, account, PracticeRole.FGC_COORDINATOR));
    }
}
