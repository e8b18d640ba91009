package org.familypathways.childprotectionenquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.timescale.ClockSubject;
import org.familypathways.timescale.Clocks;
import org.familypathways.timescale.StatutoryClock;
import org.springframework.stereotype.Service;

/** Police protection and emergency protection orders: they end by law, whatever else happens. */
@Service
public class EmergencyProtection {

    private static final String POLICE_PROTECTION = "T37";
    private static final String ORDER = "T38";
    private static final String EXTENDED_ORDER = "T38-extended";

    private final Clocks clocks;
    private final PracticeFacts facts;
    private final Clock clock;

    EmergencyProtection(Clocks clocks, PracticeFacts facts, Clock clock) {
        this.clocks = clocks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param began by the clock on the wall in England
     * @throws PracticeRuleBroken when that is still to come
     */
    public StatutoryClock beginPoliceProtection(String familyId, LocalDateTime began, String processInstanceId) {
        Instant instant = began.atZone(clock.getZone()).toInstant();
        if (instant.isAfter(clock.instant())) {
            throw new PracticeRuleBroken("Police protection cannot have begun at a time that is still to come.");
        }
        facts.record(new PoliceProtectionUsed(familyId, began.toLocalDate()), processInstanceId);
        return clocks.start(POLICE_PROTECTION, new ClockSubject(familyId, null, processInstanceId), instant);
    }

    /** @throws PracticeRuleBroken when that day is still to come */
    public StatutoryClock beginOrder(String familyId, LocalDate madeOn, String processInstanceId) {
        if (madeOn.isAfter(LocalDate.now(clock))) {
            throw new PracticeRuleBroken("The order cannot have been made on a day that is still to come.");
        }
        facts.record(new EmergencyProtectionOrderMade(familyId, madeOn), processInstanceId);
        return clocks.start(ORDER, new ClockSubject(familyId, null, processInstanceId), madeOn);
    }

    /** The longest time in all counts from the day the order was first made. */
    public StatutoryClock extendOrder(String familyId, LocalDate madeOn, String processInstanceId) {
        facts.record(new EmergencyProtectionOrderExtended(familyId, LocalDate.now(clock)), processInstanceId);
        return clocks.start(EXTENDED_ORDER, new ClockSubject(familyId, null, processInstanceId), madeOn);
    }
}
