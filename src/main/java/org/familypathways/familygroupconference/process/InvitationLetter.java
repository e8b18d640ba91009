package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.ARRANGE_CONFERENCE;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.ARRANGE_URGENT_CONFERENCE;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.SET_NEW_DATE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.familypathways.familygroupconference.ConferenceDay;
import org.familypathways.familygroupconference.ConferenceGuests;
import org.familypathways.letter.LetterKind;
import org.familypathways.letter.LetterRefused;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.RecordEntries;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Invites one person to the conference that is booked. */
@Component
@Order(20)
class InvitationLetter implements LetterKind {

    /** Where the day, time and place of a conference are set, for the first time or again. */
    private static final List<String> BOOKING = List.of(ARRANGE_CONFERENCE, ARRANGE_URGENT_CONFERENCE, SET_NEW_DATE);

    private final RecordEntries entries;
    private final Clock clock;

    InvitationLetter(RecordEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "conference-invitation";
    }

    @Override
    public String title() {
        return "Invitation to a Family Group Conference";
    }

    @Override
    public Map<String, Object> details(NetworkMember to) {
        ConferenceGuests.require(to);
        ConferenceDay booked = entries.latestOfFamily(to.familyId(), BOOKING)
                .filter(entry -> entry.text("conferenceOn") != null)
                .map(ConferenceAnswers::day)
                .filter(day -> !day.day().isBefore(LocalDate.now(clock)))
                .orElseThrow(() -> new LetterRefused("No conference is booked for this family that is still to come."));
        return Map.of("day", ConferenceDay.say(booked.day()), "time", booked.startsAt(), "place", booked.venue());
    }
}
