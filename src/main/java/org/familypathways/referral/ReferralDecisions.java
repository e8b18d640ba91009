package org.familypathways.referral;

import java.time.LocalDate;
import org.familypathways.access.PracticeRole;
import org.familypathways.notification.Notice;
import org.familypathways.notification.Notifications;
import org.familypathways.notification.Recipient;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.timescale.Clocks;
import org.springframework.stereotype.Service;

/** What follows at once from a manager's decision on a referral. */
@Service
public class ReferralDecisions {

    static final String DECISION_CLOCK = "T01";

    /** A manager's decision about one child. */
    public record Decision(
            String familyId,
            String childId,
            LocalDate decidedOn,
            LocalDate receivedOn,
            ReferralOutcome outcome,
            boolean reReferral) {}

    private final PracticeFacts facts;
    private final Clocks clocks;
    private final Notifications notifications;

    ReferralDecisions(PracticeFacts facts, Clocks clocks, Notifications notifications) {
        this.facts = facts;
        this.clocks = clocks;
        this.notifications = notifications;
    }

    /** Keeps the decision as a fact, meets its clock and tells the team that takes the work on. */
    public void record(Decision decision, String processInstanceId) {
        facts.record(
                new ReferralDecided(
                        decision.familyId(),
                        decision.childId(),
                        decision.decidedOn(),
                        decision.receivedOn(),
                        decision.outcome().code(),
                        decision.outcome().isNoFurtherAction(),
                        decision.reReferral()),
                processInstanceId);
        clocks.meet(DECISION_CLOCK, processInstanceId, decision.decidedOn());
        // a strategy discussion has a notification of its own
        if (decision.outcome() == ReferralOutcome.ASSESSMENT) {
            notifications.send(new Notice(
                    "referral-outcome",
                    decision.familyId(),
                    new Recipient.ToRole(PracticeRole.TEAM_MANAGER),
                    processInstanceId + ":decided"));
        }
    }
}
