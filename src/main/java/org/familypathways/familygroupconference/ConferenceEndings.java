package org.familypathways.familygroupconference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.familypathways.access.PracticeRole;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.record.FamilyPlans;
import org.springframework.stereotype.Service;

/** What may happen at any time: consent is withdrawn, or a child may not be safe. */
@Service
public class ConferenceEndings {

    private final FamilyPlans plans;
    private final ConferenceReferrals referrals;
    private final ConferenceCoordinators coordinators;
    private final ConferenceNews news;
    private final PracticeFacts facts;
    private final Clock clock;

    ConferenceEndings(
            FamilyPlans plans,
            ConferenceReferrals referrals,
            ConferenceCoordinators coordinators,
            ConferenceNews news,
            PracticeFacts facts,
            Clock clock) {
        this.plans = plans;
        this.referrals = referrals;
        this.coordinators = coordinators;
        this.news = news;
        this.facts = facts;
        this.clock = clock;
    }

    /** A conference is voluntary: it ends at once, and nothing else changes for the family. */
    public void consentWithdrawn(String familyId, LocalDate on, String processInstanceId, String once) {
        facts.record(new ConferenceConsentWithdrawn(familyId, on), processInstanceId);
        news.toWorkers("consent-withdrawn", familyId, once, Map.of());
        coordinatorOf(familyId, "consent-withdrawn", once);
        news.toHolders("consent-withdrawn", familyId, once, Map.of());
        end(familyId, processInstanceId);
    }

    /** Those who decide about a child's safety hear of it at once. */
    public void concernReported(String familyId, LocalDate on, String processInstanceId, String once) {
        facts.record(new ConferenceConcernReported(familyId, on), processInstanceId);
        news.toWorkers("safeguarding-concern-reported", familyId, once, Map.of());
        news.toRole(PracticeRole.FGC_MANAGER, "safeguarding-concern-reported", familyId, once, Map.of());
        coordinatorOf(familyId, "safeguarding-concern-reported", once);
    }

    /** The enquiry comes first; the conference ends. */
    public void escalate(String familyId, String processInstanceId, String once) {
        facts.record(new ConferenceEndedForSafeguarding(familyId, LocalDate.now(clock)), processInstanceId);
        news.toWorkers("conference-not-held", familyId, once, Map.of());
        news.toNetwork("conference-not-held", familyId, once, Map.of());
        end(familyId, processInstanceId);
    }

    private void coordinatorOf(String familyId, String template, String once) {
        coordinators.of(familyId).forEach(account -> news.toWorker(account, template, familyId, once, Map.of()));
    }

    private void end(String familyId, String processInstanceId) {
        referrals.leaveWaitingList(processInstanceId);
        plans.close(processInstanceId);
        coordinators.release(familyId);
    }
}
