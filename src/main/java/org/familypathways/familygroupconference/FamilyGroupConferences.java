package org.familypathways.familygroupconference;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.familypathways.access.PracticeRole;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.PracticeRuleBroken;
import org.familypathways.timescale.ClockSubject;
import org.familypathways.timescale.Clocks;
import org.familypathways.timescale.StatutoryClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Conferences themselves: preparing them, setting their day, and whether they were held. */
@Service
public class FamilyGroupConferences {

    private static final String HELD_CLOCK = "T52";
    private static final String URGENT_CLOCK = "T53";

    private final ConferenceSettings settings;
    private final ConferenceNews news;
    private final ConferenceCoordinators coordinators;
    private final NetworkMembers people;
    private final Clocks clocks;
    private final PracticeFacts facts;
    private final Clock clock;

    FamilyGroupConferences(
            ConferenceSettings settings,
            ConferenceNews news,
            ConferenceCoordinators coordinators,
            NetworkMembers people,
            Clocks clocks,
            PracticeFacts facts,
            Clock clock) {
        this.settings = settings;
        this.news = news;
        this.coordinators = coordinators;
        this.people = people;
        this.clocks = clocks;
        this.facts = facts;
        this.clock = clock;
    }

    /** @throws PracticeRuleBroken when the day is still to come */
    public void recordBaselineMeeting(String familyId, LocalDate heldOn, String processInstanceId) {
        requireNotToCome(heldOn, "The baseline meeting");
        facts.record(new BaselineMeetingHeld(familyId, heldOn), processInstanceId);
    }

    /** Keeps somebody away for safety; everybody else who was prepared stays invited. */
    public void exclude(String personId, String because) {
        people.exclude(personId, because);
    }

    /**
     * Sets the day, for the first time or again.
     *
     * @throws PracticeRuleBroken when no conference can be on that day, or it is late and nobody says why
     */
    public void book(String familyId, ConferenceDay day, String processInstanceId) {
        LocalDate today = LocalDate.now(clock);
        day.require(today, dueOn(processInstanceId));
        facts.record(new ConferenceBooked(familyId, today, day.day()), processInstanceId);
    }

    /**
     * Invites everybody who was not kept away for safety.
     *
     * @param once what makes this invitation different from another one of the same case
     */
    public void invite(String familyId, ConferenceDay day, String once) {
        news.toWorkers("conference-invitation", familyId, once, day.details());
        news.toNetwork("conference-invitation", familyId, once, day.details());
    }

    private @Nullable LocalDate dueOn(String processInstanceId) {
        return clocks.running(URGENT_CLOCK, processInstanceId)
                .or(() -> clocks.running(HELD_CLOCK, processInstanceId))
                .map(StatutoryClock::dueOn)
                .orElse(null);
    }

    /** From now on 24 hours are left, and whoever has to hurry is told. */
    public void makeUrgent(String familyId, String processInstanceId, String once) {
        LocalDate today = LocalDate.now(clock);
        facts.record(new UrgentConferenceBegun(familyId, today), processInstanceId);
        clocks.start(URGENT_CLOCK, new ClockSubject(familyId, null, processInstanceId), today);
        news.toRole(PracticeRole.FGC_MANAGER, "conference-urgent", familyId, once, Map.of());
        coordinators
                .of(familyId)
                .forEach(account -> news.toWorker(account, "conference-urgent", familyId, once, Map.of()));
    }

    /**
     * Records that the family met; its plan is to be sent round and looked at again from this day on.
     *
     * @throws PracticeRuleBroken when it cannot have been held on that day, or private family time is not accounted for
     */
    public void hold(ConferenceHeld conference, String processInstanceId, String once) {
        requireNotToCome(conference.heldOn(), "The conference");
        var alone = PrivateFamilyTime.of(
                conference.privateFrom(),
                conference.privateUntil(),
                conference.whyNoPrivateTime(),
                settings.privateTimeRequired());
        facts.record(
                new FamilyGroupConferenceHeld(
                        conference.familyId(),
                        conference.heldOn(),
                        conference.attendees(),
                        alone.map(PrivateFamilyTime::minutes).orElse(null)),
                processInstanceId);
        var subject = new ClockSubject(conference.familyId(), null, processInstanceId);
        clocks.start("T54", subject, conference.heldOn());
        clocks.start("T55", subject, conference.heldOn());
        news.toWorkers("conference-held", conference.familyId(), once, Map.of());
    }

    /** @param reason {@code family-choice} or {@code unsafe} */
    public void giveUp(String familyId, String reason, String processInstanceId, String once) {
        facts.record(new FamilyGroupConferenceNotHeld(familyId, LocalDate.now(clock), reason), processInstanceId);
        news.toWorkers("conference-not-held", familyId, once, Map.of());
        news.toNetwork("conference-not-held", familyId, once, Map.of());
        coordinators.release(familyId);
    }

    private void requireNotToCome(LocalDate day, String what) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new PracticeRuleBroken(
                    "%s cannot have been held on %s, which is still to come.".formatted(what, ConferenceDay.say(day)));
        }
    }

    /**
     * What a co-ordinator recorded of a conference.
     *
     * @param attendees how many people came
     * @param privateFrom when the family was left alone, to the minute, in England
     */
    public record ConferenceHeld(
            String familyId,
            LocalDate heldOn,
            int attendees,
            @Nullable LocalTime privateFrom,
            @Nullable LocalTime privateUntil,
            @Nullable String whyNoPrivateTime) {}
}
