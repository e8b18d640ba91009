package org.familypathways.timescale;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A team manager of the family corrects the day on which a clock began, with a reason that is kept. */
@Service
public class ClockCorrections {

    /** An event to come is planned for less than this. */
    private static final int LONGEST_YEARS = 2;

    private static final Logger log = LoggerFactory.getLogger(ClockCorrections.class);

    private final FamilyAccess access;
    private final Clocks clocks;
    private final Clock time;

    ClockCorrections(FamilyAccess access, Clocks clocks, Clock time) {
        this.access = access;
        this.clocks = clocks;
        this.time = time;
    }

    /** The clocks of the family that can be corrected, the earliest due first. */
    public List<StatutoryClock> correctable(String familyId) {
        access.requireTeamManagerOf(familyId);
        return clocks.ofFamily(familyId).stream()
                .filter(clock -> clock.status() != StatutoryClock.Status.STOPPED)
                .toList();
    }

    /**
     * Moves the clock, and with it its tasks, to the day of its event.
     *
     * @throws ClockCorrectionRefused with a sentence for the manager
     */
    @Transactional
    public void correct(String familyId, long clockId, LocalDate startedOn, String reason) {
        StatutoryClock clock = correctable(familyId).stream()
                .filter(each -> each.id() == clockId)
                .findFirst()
                .orElseThrow(FamilyNotFoundException::new);
        check(clock, startedOn, reason);
        clocks.correctStart(clockId, startedOn, reason);
        log.info("The start of clock {} of family {} was corrected to {}", clockId, familyId, startedOn);
    }

    private void check(StatutoryClock clock, LocalDate startedOn, String reason) {
        LocalDate today = LocalDate.now(time);
        if (reason.isBlank()) {
            throw new ClockCorrectionRefused("Say why the day is corrected.");
        }
        boolean ahead = clock.rule().countsBack();
        if (startedOn.isAfter(ahead ? today.plusYears(LONGEST_YEARS) : today)) {
            throw new ClockCorrectionRefused(
                    ahead ? "The day is too far ahead. Check the year." : "The day must be today or in the past.");
        }
        LocalDate metOn = clock.metOn();
        if (!ahead && metOn != null && startedOn.isAfter(metOn)) {
            throw new ClockCorrectionRefused("What this timescale asks for was done before that day.");
        }
    }
}
