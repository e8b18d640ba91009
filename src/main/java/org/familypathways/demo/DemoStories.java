package org.familypathways.demo;

import java.util.Set;
import org.familypathways.access.DemoMode;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.demo.process.DemoHands;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** What happened so far in the demo families, each at another point of its way. */
@Component
@Conditional(DemoMode.class)
class DemoStories {

    private final DemoReferrals referrals;
    private final DemoEnquiries enquiries;
    private final DemoConferences conferences;
    private final DemoHands hands;
    private final NetworkMembers network;
    private final Involvements involvements;
    private final FamilyRestrictions restrictions;

    DemoStories(
            DemoReferrals referrals,
            DemoEnquiries enquiries,
            DemoConferences conferences,
            DemoHands hands,
            NetworkMembers network,
            Involvements involvements,
            FamilyRestrictions restrictions) {
        this.referrals = referrals;
        this.enquiries = enquiries;
        this.conferences = conferences;
        this.hands = hands;
        this.network = network;
        this.involvements = involvements;
        this.restrictions = restrictions;
    }

    void aContactThatCameInToday() {
        var robin = new DemoChild("DEMO1", "Robin", "Makebelieve", "2019-03-08", "north");
        referrals.refer(robin, 0, false, "The school says that Robin is often late and tired.");
    }

    void aReferralThatWaitsTooLongForItsDecision() {
        var sky = new DemoChild("DEMO2", "Sky", "Pretend", "2014-07-21", "north");
        String family = referrals.refer(sky, 3, false, "A neighbour hears shouting at night and worries about Sky.");
        referrals.acknowledge(family, 2);
        referrals.check(family);
        addAdult(family, "Willow", "Pretend", "mother", true);
    }

    void anEnquiryThatAwaitsItsStrategyDiscussion() {
        String family = enquiry(new DemoChild("DEMO3", "River", "Example", "2021-01-30", "north"), 1);
        addAdult(family, "Ash", "Example", "father", true);
    }

    void anEnquiryUnderWay() {
        String family = enquiry(new DemoChild("DEMO4", "Juniper", "Sample", "2016-10-12", "north"), 5);
        addAdult(family, "Linden", "Sample", "mother", true);
        addAdult(family, "Bracken", "Sample", "grandfather", false);
        enquiries.holdStrategyDiscussion(family, 4);
        enquiries.takeEnquiryInHand(family);
    }

    void aConferenceThatIsBooked() {
        String family = conference(new DemoChild("DEMO5", "Clover", "Fiction", "2012-05-17", "north"), 3);
        addAdult(family, "Hazel", "Fiction", "mother", true);
        String father = addAdult(family, "Rowan", "Fiction", "father", true);
        network.recordSafeContact(father, "telephone", null, true);
    }

    void aConferenceThatIsToday() {
        String family = conference(new DemoChild("DEMO11", "Elder", "Notional", "2016-08-19", "north"), 0);
        addAdult(family, "Violet", "Notional", "mother", true);
        enquiries.prepareConference(family);
    }

    void aConferenceThatWasHeld() {
        String family = conference(new DemoChild("DEMO6", "Sorrel", "Invented", "2018-02-09", "north"), 0);
        addAdult(family, "Laurel", "Invented", "mother", true);
        addAdult(family, "Alder", "Invented", "father", true);
        addAdult(family, "Myrtle", "Invented", "aunt", false);
        enquiries.prepareConference(family);
        enquiries.holdConference(family);
    }

    void aFamilyThatOnlyNamedPeopleSee() {
        var fern = new DemoChild("DEMO7", "Fern", "Placeholder", "2015-12-01", "south");
        String family = referrals.refer(fern, 1, true, "A parent works for us, and their neighbour is worried.");
        referrals.acknowledge(family, 0);
        hands.as("joe.marsh", () -> {
            restrictions.restrict(family, "A parent works for the department.", Set.of("joe.marsh", "ruth.king"));
            return family;
        });
    }

    void anOfferThatIsToBeMade() {
        String family = forConference(new DemoChild("DEMO8", "Bryony", "Fable", "2013-09-14", "north"));
        addAdult(family, "Daisy", "Fable", "mother", true);
        conferences.refer(family);
        conferences.findContactSafe(family);
    }

    void aFamilyThatIsPreparedForItsConference() {
        String family = forConference(new DemoChild("DEMO9", "Tansy", "Figment", "2017-06-02", "north"));
        addAdult(family, "Iris", "Figment", "mother", true);
        addAdult(family, "Olive", "Figment", "grandmother", false);
        conferences.refer(family);
        conferences.findContactSafe(family);
        conferences.agree(family);
        conferences.allocate(family);
    }

    void aFamilyWithItsOwnPlan() {
        String family = forConference(new DemoChild("DEMO10", "Sage", "Imaginary", "2011-04-23", "north"));
        addAdult(family, "Heather", "Imaginary", "mother", true);
        addAdult(family, "Basil", "Imaginary", "uncle", false);
        conferences.refer(family);
        conferences.findContactSafe(family);
        conferences.agree(family);
        conferences.allocate(family);
        conferences.prepare(family);
        conferences.meet(family);
    }

    private String forConference(DemoChild child) {
        String family = referrals.refer(
                child, 1, true, child.firstName() + " is alone every afternoon; the family asks for help.");
        referrals.acknowledge(family, 0);
        referrals.acceptForAssessment(family);
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        return family;
    }

    private String conference(DemoChild child, int inDays) {
        String family = enquiry(child, 12);
        enquiries.holdStrategyDiscussion(family, 11);
        enquiries.findContinuingRisk(family);
        enquiries.bookConference(family, inDays);
        return family;
    }

    private String enquiry(DemoChild child, int daysAgo) {
        String family = referrals.refer(
                child, daysAgo, true, child.firstName() + " loses weight and is often not collected from school.");
        referrals.acknowledge(family, Math.max(0, daysAgo - 1));
        referrals.callForStrategyDiscussion(family);
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        return family;
    }

    private String addAdult(String family, String firstName, String lastName, String relation, boolean responsible) {
        return network.add(
                        family,
                        new NewNetworkMember(firstName, lastName, relation, responsible, null, null, null, null))
                .id();
    }
}
