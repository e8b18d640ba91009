package org.familypathways.childprotectionenquiry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.familypathways.access.PracticeRole;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.record.Involvements;
import org.familypathways.record.Network;
import org.familypathways.timescale.ClockSubject;
import org.familypathways.timescale.Clocks;
import org.springframework.stereotype.Service;

/** Section 47 enquiries about the children of a family. */
@Service
public class Enquiries {

    /** Fifteen working days to the conference, from the strategy discussion that began the enquiry. */
    static final String CONFERENCE_CLOCK = "T11";

    private final Network network;
    private final Involvements involvements;
    private final PracticeFacts facts;
    private final Clocks clocks;
    private final Clock clock;

    Enquiries(Network network, Involvements involvements, PracticeFacts facts, Clocks clocks, Clock clock) {
        this.network = network;
        this.involvements = involvements;
        this.facts = facts;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** @param strategyDiscussionOn day 0 of the conference's clock, which nothing later restarts */
    public void begin(String familyId, LocalDate strategyDiscussionOn, String processInstanceId) {
        network.children(familyId)
                .forEach(child -> facts.record(
                        new SectionFortySevenStarted(familyId, child, strategyDiscussionOn), processInstanceId));
        clocks.start(CONFERENCE_CLOCK, new ClockSubject(familyId, null, processInstanceId), strategyDiscussionOn);
    }

    /**
     * Keeps what a manager decided for each child.
     *
     * @param outcomes by child
     * @return what it means for the family: one child at risk is enough for a conference
     */
    public EnquiryOutcome conclude(
            String familyId, LocalDate startedOn, Map<String, EnquiryOutcome> outcomes, String processInstanceId) {
        LocalDate today = LocalDate.now(clock);
        outcomes.forEach((child, outcome) -> facts.record(
                new SectionFortySevenConcluded(
                        familyId, child, today, startedOn, outcome.code(), !outcome.needsConference()),
                processInstanceId));
        return EnquiryOutcome.mostSerious(outcomes.values());
    }

    /** Who made the enquiry works with the family from now on, and so does the manager who decided it. */
    public void involve(String familyId, String socialWorker, String teamManager) {
        involvements.begin(familyId, socialWorker, PracticeRole.SOCIAL_WORKER);
        involvements.begin(familyId, teamManager, PracticeRole.TEAM_MANAGER);
    }
}
