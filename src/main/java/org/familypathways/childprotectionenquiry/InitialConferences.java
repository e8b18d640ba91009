package org.familypathways.childprotectionenquiry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.familypathways.access.PracticeRole;
import org.familypathways.notification.Notice;
import org.familypathways.notification.Notifications;
import org.familypathways.notification.Recipient;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.record.Involvements;
import org.familypathways.record.Network;
import org.familypathways.record.PracticeRuleBroken;
import org.familypathways.timescale.ClockSubject;
import org.familypathways.timescale.Clocks;
import org.familypathways.timescale.StatutoryClock;
import org.familypathways.timescale.Timescales;
import org.familypathways.timescale.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Initial child protection conferences: the day, who must be told, and whether enough agencies came. */
@Service
public class InitialConferences {

    static final String HELD_AGAIN_CLOCK = "T17";
    private static final String QUORUM = "T17-agencies";

    /** Clocks that count back from the day of the conference. */
    private static final List<String> COUNTING_BACK =
            List.of("T13", "initial-conference-prepared", "agency-reports-received");

    private final Network network;
    private final Involvements involvements;
    private final Clocks clocks;
    private final Timescales timescales;
    private final WorkingDays days;
    private final Notifications notifications;
    private final PracticeFacts facts;
    private final Clock clock;

    InitialConferences(
            Network network,
            Involvements involvements,
            Clocks clocks,
            Timescales timescales,
            WorkingDays days,
            Notifications notifications,
            PracticeFacts facts,
            Clock clock) {
        this.network = network;
        this.involvements = involvements;
        this.clocks = clocks;
        this.timescales = timescales;
        this.days = days;
        this.notifications = notifications;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Sets the day, for the first time or again: the clocks that count back from it follow, and everybody who must
     * know is told.
     *
     * @param once what makes this setting of the day different from another one of the same case
     * @throws PracticeRuleBroken when no conference can be on that day, or it is late and nobody says why
     */
    public void book(String familyId, LocalDate day, @Nullable String whyLate, String processInstanceId, String once) {
        LocalDate today = LocalDate.now(clock);
        ConferenceDate.booked(day, today, dueOn(processInstanceId), whyLate, days);
        COUNTING_BACK.forEach(code -> countBack(code, familyId, day, processInstanceId));
        facts.record(new InitialConferenceBooked(familyId, today, day), processInstanceId);
        tell("initial-conference-booked", familyId, once, Map.of("date", day.toString()));
        // the service that will offer the family a conference of its own can make ready
        notifications.send(new Notice(
                "initial-conference-booked",
                familyId,
                new Recipient.ToRole(PracticeRole.FGC_MANAGER),
                once,
                Map.of("date", day.toString())));
        network.holdersOfParentalResponsibility(familyId)
                .forEach(person -> notifications.send(new Notice(
                        "initial-conference-booked",
                        familyId,
                        new Recipient.ToPerson(person),
                        once,
                        Map.of("date", day.toString()))));
    }

    private @Nullable LocalDate dueOn(String processInstanceId) {
        return clocks.running(HELD_AGAIN_CLOCK, processInstanceId)
                .or(() -> clocks.running(Enquiries.CONFERENCE_CLOCK, processInstanceId))
                .map(StatutoryClock::dueOn)
                .orElse(null);
    }

    private void countBack(String code, String familyId, LocalDate day, String processInstanceId) {
        clocks.running(code, processInstanceId)
                .ifPresentOrElse(
                        running -> clocks.correctStart(running.id(), day, "The day of the conference was changed"),
                        () -> clocks.start(code, new ClockSubject(familyId, null, processInstanceId), day));
    }

    /**
     * Whether the conference could decide. When it could not, it is to be held again within ten working days.
     *
     * @param present the codes of the agencies that came
     * @throws PracticeRuleBroken when no conference can have been held on that day
     */
    public boolean isQuorate(
            String familyId,
            LocalDate heldOn,
            LocalDate strategyDiscussionOn,
            List<String> present,
            String processInstanceId) {
        ConferenceDate.held(heldOn, strategyDiscussionOn, LocalDate.now(clock), days);
        boolean quorate = new Quorum(timescales.on(QUORUM, heldOn).value()).isReachedBy(present);
        if (!quorate) {
            facts.record(new InitialConferenceNotQuorate(familyId, heldOn), processInstanceId);
            clocks.start(HELD_AGAIN_CLOCK, new ClockSubject(familyId, null, processInstanceId), heldOn);
        }
        return quorate;
    }

    /** Keeps what the conference decided for each child, meets its clocks and tells everybody who must know. */
    public void conclude(ConferenceOutcome outcome, String processInstanceId) {
        outcome.children().forEach((child, decision) -> {
            facts.record(outcome.heldFor(child), processInstanceId);
            facts.record(decision.asFact(outcome.familyId(), child, outcome.heldOn()), processInstanceId);
        });
        clocks.meet(Enquiries.CONFERENCE_CLOCK, processInstanceId, outcome.heldOn());
        clocks.meet(HELD_AGAIN_CLOCK, processInstanceId, outcome.heldOn());
        tell("initial-conference-outcome", outcome.familyId(), processInstanceId, Map.of());
    }

    private void tell(String template, String familyId, String once, Map<String, String> details) {
        List.of(PracticeRole.TEAM_MANAGER, PracticeRole.CP_CHAIR)
                .forEach(role ->
                        notifications.send(new Notice(template, familyId, new Recipient.ToRole(role), once, details)));
        involvements
                .inRole(familyId, PracticeRole.SOCIAL_WORKER)
                .forEach(worker -> notifications.send(
                        new Notice(template, familyId, new Recipient.ToWorker(worker), once, details)));
    }
}
