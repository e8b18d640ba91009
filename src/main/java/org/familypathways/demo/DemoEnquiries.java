package org.familypathways.demo;

import java.util.List;
import java.util.Map;
import org.familypathways.access.DemoMode;
import org.familypathways.demo.process.DemoHands;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** What the case team and the conference service do in the demo families. */
@Component
@Conditional(DemoMode.class)
class DemoEnquiries {

    private static final String SOCIAL_WORKER = "amina.khan";
    private static final String TEAM_MANAGER = "tom.reid";
    private static final String CONFERENCE_ADMINISTRATOR = "raj.patel";
    private static final String CHAIR = "helen.ward";

    private final DemoHands hands;
    private final DemoDays days;

    DemoEnquiries(DemoHands hands, DemoDays days) {
        this.hands = hands;
        this.days = days;
    }

    void holdStrategyDiscussion(String family, int daysAgo) {
        hands.complete(
                TEAM_MANAGER,
                family,
                "userTask_holdStrategyDiscussion",
                Map.of(
                        "strategyDiscussionOn",
                        days.weekday(-daysAgo),
                        "attendees",
                        List.of("social-care", "police", "health"),
                        "harmSuspected",
                        "Neglect: too little food and nobody at home.",
                        "sectionFortySevenNeeded",
                        "yes",
                        "enquiryMadeBy",
                        "social-care",
                        "plan",
                        "The grandparents collect the child from school until we know more."));
        hands.complete(TEAM_MANAGER, family, "userTask_sendDiscussionRecord", Map.of("sentOn", days.weekday(-daysAgo)));
    }

    void takeEnquiryInHand(String family) {
        hands.claim(SOCIAL_WORKER, family, "userTask_makeEnquiry");
    }

    void findContinuingRisk(String family) {
        hands.complete(
                SOCIAL_WORKER,
                family,
                "userTask_makeEnquiry",
                Map.of(
                        "childrenSeen", "seen-alone",
                        "findings", "The child says that nobody is at home when school ends. There is little food.",
                        "analysis",
                                "The harm is likely to go on unless the family gets help. I recommend a conference."));
        hands.complete(
                TEAM_MANAGER,
                family,
                "userTask_decideEnquiryOutcome",
                Map.of(
                        "childOutcome",
                        "continuing-risk",
                        "reason",
                        "What the school and the child say fits together."));
    }

    void bookConference(String family, int inDays) {
        hands.complete(
                TEAM_MANAGER,
                family,
                "userTask_requestConference",
                Map.of("whyConference", "The child is at continuing risk.", "separateAttendance", "no"));
        hands.complete(
                CONFERENCE_ADMINISTRATOR,
                family,
                "userTask_bookConference",
                Map.of(
                        "conferenceOn",
                        days.weekday(inDays),
                        "conferenceTime",
                        "10:00",
                        "place",
                        "Made-up Street 1, Room 2",
                        "chair",
                        "Helen Ward",
                        "minuteTaker",
                        "Raj Patel",
                        "agencies",
                        List.of("police", "school-nurse", "school"),
                        "invitationsSent",
                        true));
    }

    void prepareConference(String family) {
        hands.complete(
                CONFERENCE_ADMINISTRATOR,
                family,
                "userTask_recordAgencyReport",
                Map.of("reportReceived", "written", "summary", "The chair has it."));
        hands.complete(
                SOCIAL_WORKER,
                family,
                "userTask_shareReportWithFamily",
                Map.of("shared", "all", "sharedOn", days.weekday(-3), "familyViews", "They agree with most of it."));
        hands.complete(
                CHAIR,
                family,
                "userTask_contactFamily",
                Map.of("contactMade", "spoken", "note", "They come with the child’s aunt."));
        hands.complete(
                SOCIAL_WORKER,
                family,
                "userTask_offerAdvocacy",
                Map.of("advocateOffered", "accepted", "note", "The child wants to say that the dog must stay."));
    }

    void holdConference(String family) {
        var agencies = List.of("social-care", "police", "school-nurse", "school");
        hands.complete(
                CHAIR,
                family,
                "userTask_holdConference",
                Map.of(
                        "conferenceHeldOn",
                        days.weekday(0),
                        "agenciesPresent",
                        agencies,
                        "familyPresent",
                        List.of("mother", "other-family"),
                        "fgcOfferExplained",
                        true,
                        "dissent",
                        "no",
                        "summary",
                        "Everybody wants the family to decide who helps after school."));
        hands.complete(
                CHAIR,
                family,
                "userTask_decidePlanForChild",
                Map.of(
                        "planNeeded", "yes",
                        "category", "NEG",
                        "outlinePlan",
                                "An adult is at home after school; the school nurse weighs the child each month.",
                        "reason", "Neglect is likely to go on without a plan."));
    }
}
