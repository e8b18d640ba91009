package org.familypathways.benchmark;

import static java.util.Map.entry;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a family goes through from start to finish, with the answers that lead there. Questions that decide nothing are
 * answered by {@link FilledForms}.
 *
 * @param size how many referrals take about as long as one of them
 * @param pathways its cases, one after the other
 * @param startEvent where the first of them begins
 * @param beginsWith the message that begins it; empty when somebody fills in the start form
 * @param carried what the message carries
 * @param answers by step, {@code <pathway>/<task or start event>}
 * @param timers the events whose time comes, one after the other, when nobody has anything left to do
 */
record Journey(
        String name,
        int size,
        List<String> pathways,
        String startEvent,
        String beginsWith,
        Map<String, Object> carried,
        Map<String, Map<String, Object>> answers,
        List<String> timers) {

    private static final String OFFER = "family-group-conference-offer";
    private static final String CONFERENCE = "family-group-conference";
    private static final LocalDate TODAY = LocalDate.now();

    static final Journey REFERRAL_DECIDED = new Journey(
            "referral to decision",
            1,
            List.of("referral"),
            "referral/startEvent_contactReceived",
            "",
            Map.of(),
            Map.of(
                    "referral/startEvent_contactReceived",
                            Map.ofEntries(
                                    entry("dangerNow", "no"),
                                    entry("receivedOn", TODAY.toString()),
                                    entry("firstName", "Robin"),
                                    entry("lastName", "Example"),
                                    entry("born", "born"),
                                    entry("birthDate", "2018-05-03"),
                                    entry("area", "north"),
                                    entry("thresholdClear", "yes")),
                    "referral/userTask_decideReferral", Map.of("referralOutcome", "assessment")),
            List.of());

    static final Journey CONFERENCE_HELD = new Journey(
            "enquiry to initial conference",
            6,
            List.of("child-protection-enquiry"),
            "child-protection-enquiry/startEvent_strategyRequired",
            "child-protection-enquiry.strategy-required",
            Map.of(),
            Map.of(
                    "child-protection-enquiry/userTask_holdStrategyDiscussion",
                            Map.of("attendees", List.of("social-care", "police", "health")),
                    "child-protection-enquiry/userTask_decideEnquiryOutcome", Map.of("childOutcome", "continuing-risk"),
                    "child-protection-enquiry/userTask_bookConference",
                            Map.of("conferenceOn", workingDay(TODAY.plusDays(10))),
                    "child-protection-enquiry/userTask_holdConference",
                            Map.of("agenciesPresent", List.of("social-care", "police", "school"), "dissent", "no")),
            List.of());

    static final Journey PLAN_CLOSED = new Journey(
            "offer to conference, agreed plan and its end",
            14,
            List.of(OFFER, CONFERENCE),
            OFFER + "/startEvent_initialConferenceHeld",
            OFFER + ".initial-conference-held",
            Map.of("trigger", "initial-conference", "conferenceHeldOn", TODAY.toString(), "planMade", true),
            Map.of(
                    OFFER + "/userTask_checkContact",
                            Map.of(
                                    "domesticAbuse", "no",
                                    "contactForbidden", "no",
                                    "separateContact", "no",
                                    "safeContact", "email",
                                    "safeEmail", "family@example.org"),
                    CONFERENCE + "/userTask_allocateCoordinator", Map.of("coordinator", "ben.cole"),
                    CONFERENCE + "/userTask_prepareChild", Map.of("advocate", "declined"),
                    CONFERENCE + "/userTask_holdConference",
                            Map.of(
                                    "attendees",
                                    List.of(Map.of("name", "Ash Example", "part", "mother")),
                                    "privateTimeFrom",
                                    "13:00",
                                    "privateTimeUntil",
                                    "14:30"),
                    CONFERENCE + "/userTask_considerPlan",
                            Map.of(
                                    "resourcesNeeded",
                                    "no",
                                    "actions",
                                    List.of(Map.of(
                                            "action", "Stay at weekends",
                                            "owner", "Ash Example",
                                            "dueOn", TODAY.plusDays(7).toString()))),
                    CONFERENCE + "/userTask_holdReview", Map.of("reviewOutcome", "close")),
            List.of("event_planCheckDue", "event_reviewDue"));

    static final List<Journey> ALL = List.of(REFERRAL_DECIDED, CONFERENCE_HELD, PLAN_CLOSED);

    private static String workingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? workingDay(day.plusDays(1)) : day.toString();
    }
}
