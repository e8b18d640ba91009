package org.familypathways.demo;

import java.util.List;
import java.util.Map;
import org.familypathways.access.DemoMode;
import org.familypathways.demo.process.DemoHands;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** How demo families are offered a Family Group Conference, prepare it, meet and plan. */
@Component
@Conditional(DemoMode.class)
class DemoConferences {

    private static final String SOCIAL_WORKER = "amina.khan";
    private static final String MANAGER = "maria.silva";
    private static final String COORDINATOR = "ben.cole";
    private static final String ADMINISTRATOR = "zoe.hart";

    private final DemoHands hands;
    private final DemoDays days;

    DemoConferences(DemoHands hands, DemoDays days) {
        this.hands = hands;
        this.days = days;
    }

    void refer(String family) {
        hands.begin(
                SOCIAL_WORKER,
                "family-group-conference-offer",
                Map.of(
                        "familyReference", family,
                        "purpose", "Who can be with the child after school.",
                        "familyKnows", "yes"));
    }

    void findContactSafe(String family) {
        hands.complete(
                MANAGER,
                family,
                "userTask_checkContact",
                Map.of(
                        "domesticAbuse", "no",
                        "contactForbidden", "no",
                        "separateContact", "no",
                        "safeContact", "email",
                        "safeEmail", "nobody.at.all@example.org"));
    }

    /** Everybody who is asked says yes. */
    void agree(String family) {
        String today = days.weekday(0);
        hands.complete(
                COORDINATOR,
                family,
                "userTask_makeOffer",
                Map.of("offerMade", "yes", "offeredOn", today, "offeredBy", "call", "interpreter", "no"));
        hands.complete(
                COORDINATOR,
                family,
                "userTask_recordAnswer",
                Map.of("answer", "accepted", "answeredOn", today, "words", "We want to decide this ourselves."));
        hands.complete(
                COORDINATOR,
                family,
                "userTask_recordConsent",
                Map.of("consentSigned", "yes", "signedOn", today, "limits", "Nothing about the job."));
        hands.complete(
                COORDINATOR,
                family,
                "userTask_askChild",
                Map.of("childAgrees", "agrees", "askedOn", today, "words", "Only if my aunt comes."));
    }

    void allocate(String family) {
        hands.complete(
                MANAGER,
                family,
                "userTask_checkReferral",
                Map.of("complete", List.of("consent", "people", "reasons"), "referralDecision", "accepted"));
        hands.complete(MANAGER, family, "userTask_allocateCoordinator", Map.of("coordinator", COORDINATOR));
    }

    void prepare(String family) {
        String today = days.weekday(0);
        hands.complete(
                COORDINATOR,
                family,
                "userTask_holdBaselineMeeting",
                Map.of(
                        "heldOn", today,
                        "purpose", "That the child is never alone after school.",
                        "questions", "Who collects the child on which day? Who helps when somebody is ill?",
                        "bottomLines", "An adult whom the child trusts is there every afternoon.",
                        "risks", "None that we know of."));
        hands.complete(
                SOCIAL_WORKER,
                family,
                "userTask_writeReferrerReport",
                Map.of(
                        "goesWell", "Homework and football.",
                        "worries", "The afternoons.",
                        "mustChange", "Somebody is there by Christmas.",
                        "sharedOn", today));
        hands.complete(
                COORDINATOR, family, "userTask_prepareNetworkMember", Map.of("visitedOn", today, "willAttend", "yes"));
        hands.complete(
                COORDINATOR,
                family,
                "userTask_prepareChild",
                Map.of(
                        "visitedOn", today,
                        "willAttend", "yes",
                        "advocate", "declined",
                        "views", "I want to stay at my school."));
        hands.complete(
                ADMINISTRATOR,
                family,
                "userTask_arrangeConference",
                Map.of("conferenceOn", today, "startsAt", "10:00", "venue", "Made-up Village Hall"));
    }

    void meet(String family) {
        hands.complete(
                COORDINATOR,
                family,
                "userTask_holdConference",
                Map.of(
                        "whatHappened",
                        "held",
                        "conferenceHeldOn",
                        days.weekday(0),
                        "attendees",
                        List.of(
                                Map.of("name", "Heather Imaginary", "part", "mother"),
                                Map.of("name", "Basil Imaginary", "part", "uncle")),
                        "privateTimeFrom",
                        "11:00",
                        "privateTimeUntil",
                        "12:30"));
        hands.complete(
                SOCIAL_WORKER,
                family,
                "userTask_considerPlan",
                Map.of(
                        "planDecision",
                        "agreed",
                        "summary",
                        "We share the afternoons. Whoever cannot come finds somebody else of us.",
                        "actions",
                        List.of(
                                Map.of(
                                        "action", "Collect the child from school on Mondays and Tuesdays",
                                        "owner", "Basil Imaginary",
                                        "dueOn", days.weekday(5)),
                                Map.of(
                                        "action", "Ask the school for a place in the breakfast club",
                                        "owner", "Heather Imaginary",
                                        "dueOn", days.weekday(10))),
                        "resourcesNeeded",
                        "no"));
    }
}
