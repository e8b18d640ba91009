package org.familypathways.childprotectionenquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.record.Network;
import org.familypathways.record.PracticeRuleBroken;
import org.familypathways.timescale.ClockSubject;
import org.familypathways.timescale.Clocks;
import org.springframework.stereotype.Service;

/**
 * Police protection and emergency protection orders: they end by law, whatever else happens, and for each child at that
 * child's own time (Children Act 1989, sections 44 to 46).
 */
@Service
public class EmergencyProtection {

    private static final String POLICE_PROTECTION = "T37";
    private static final String ORDER = "T38";
    private static final String EXTENDED_ORDER = "T38-extended";

    private final Network network;
    private final Clocks clocks;
    private final PracticeFacts facts;
    private final Clock clock;

    EmergencyProtection(Network network, Clocks clocks, PracticeFacts facts, Clock clock) {
        this.network = network;
        this.clocks = clocks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param children those who were taken at that moment
     * @param began by the clock on the wall in England
     * @throws PracticeRuleBroken when that is still to come, or a child is no child of the family or protected already
     */
    public void beginPoliceProtection(
            String familyId, List<String> children, LocalDateTime began, String processInstanceId) {
        Instant instant = began.atZone(clock.getZone()).toInstant();
        if (instant.isAfter(clock.instant())) {
            throw new PracticeRuleBroken("Police protection cannot have begun at a time that is still to come.");
        }
        for (String child : children) {
            var subject = new ClockSubject(familyId, child, processInstanceId);
            requireUnprotected(POLICE_PROTECTION, subject, "in police protection");
            facts.record(new PoliceProtectionUsed(familyId, child, began.toLocalDate()), processInstanceId);
            clocks.start(POLICE_PROTECTION, subject, instant);
        }
    }

    /** @throws PracticeRuleBroken when that day is still to come, or a child is no child of the family or under one */
    public void beginOrder(String familyId, List<String> children, LocalDate madeOn, String processInstanceId) {
        if (madeOn.isAfter(LocalDate.now(clock))) {
            throw new PracticeRuleBroken("The order cannot have been made on a day that is still to come.");
        }
        for (String child : children) {
            var subject = new ClockSubject(familyId, child, processInstanceId);
            requireUnprotected(ORDER, subject, "under an emergency protection order");
            requireUnprotected(EXTENDED_ORDER, subject, "under an emergency protection order");
            facts.record(new EmergencyProtectionOrderMade(familyId, child, madeOn), processInstanceId);
            clocks.start(ORDER, subject, madeOn);
        }
    }

    private void requireUnprotected(String code, ClockSubject subject, String protection) {
        if (!network.children(subject.familyId()).contains(subject.childId())) {
            throw new PracticeRuleBroken("Choose children of family %s.".formatted(subject.familyId()));
        }
        if (clocks.running(code, subject).isPresent()) {
            throw new PracticeRuleBroken("%s is %s already.".formatted(subject.childId(), protection));
        }
    }

    /** The longest time in all counts from the day the order was first made. */
    public void extendOrder(String familyId, String child, LocalDate madeOn, String processInstanceId) {
        facts.record(new EmergencyProtectionOrderExtended(familyId, child, LocalDate.now(clock)), processInstanceId);
        clocks.start(EXTENDED_ORDER, new ClockSubject(familyId, child, processInstanceId), madeOn);
    }
}
