package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.record.Children;
import org.familypathways.record.Families;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewChild;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.OnRecord;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.Work;
import org.familypathways.timescale.Clocks;
import org.familypathways.timescale.StatutoryClock;
import org.springframework.beans.factory.BeanFactory;

/** The enquiry about one family with two children, in the words of the people who make it. */
final class EnquiryJourney {

    static final String KEY = "child-protection-enquiry";
    static final String SOCIAL_WORKER = "amina.khan";
    static final String MANAGER = "tom.reid";
    static final String CHAIR = "helen.ward";
    static final String ADMINISTRATOR = "raj.patel";
    static final String SERVICE_MANAGER = "ruth.king";
    static final List<String> EVERYBODY_NEEDED = List.of("social-care", "police", "health-visitor");

    private final BeanFactory beans;
    private final Work work;
    private final OnRecord record;
    final String familyId;
    final String elder;
    final String younger;
    final String mother;
    String enquiry = "";

    EnquiryJourney(BeanFactory beans) {
        this.beans = beans;
        work = beans.getBean(Work.class);
        record = beans.getBean(OnRecord.class);
        familyId = beans.getBean(Families.class).create("north").id();
        elder = child("Robin", 2014);
        younger = child("Kim", 2020);
        mother = beans.getBean(NetworkMembers.class)
                .add(familyId, new NewNetworkMember("Ada", "Field", "mother", true, null, null, null, null))
                .id();
    }

    private String child(String firstName, int year) {
        var child = new NewChild(firstName, "Field", LocalDate.of(year, 5, 4), null, "U", null, null);
        return beans.getBean(Children.class).create(familyId, child).id();
    }

    LocalDate today() {
        return LocalDate.now(beans.getBean(SettableClock.class));
    }

    // what happens

    EnquiryJourney isCalledFor() {
        announced("strategy-required", Map.of());
        enquiry = record.cases(familyId, KEY).get(0);
        return this;
    }

    void furtherConcernIsReported() {
        announced("strategy-required", Map.of());
    }

    void conferenceIsPutOff() {
        announced("conference-put-off", Map.of());
    }

    void policeTakeAChildIntoProtection() {
        announced("police-protection-used", Map.of());
    }

    void courtMakesAnEmergencyProtectionOrder() {
        announced("emergency-protection-order-made", Map.of());
    }

    private void announced(String what, Map<String, Object> variables) {
        if (!beans.getBean(PathwayStarts.class).announce(KEY + "." + what, familyId, variables)) {
            throw new AssertionError("Nobody waits for " + what);
        }
    }

    // what people write

    /** With everything that belongs to it: everybody who took part has its record. */
    EnquiryJourney discussionIsHeld() {
        discussionIsHeld(Map.of());
        return this;
    }

    void discussionIsHeld(Map<String, Object> otherwise) {
        onlyTheDiscussionIsHeld(otherwise);
        recordOfTheDiscussionIsSent();
    }

    void recordOfTheDiscussionIsSent() {
        does(MANAGER, "userTask_sendDiscussionRecord", Map.of("sentOn", today().toString()), Map.of());
    }

    void onlyTheDiscussionIsHeld(Map<String, Object> otherwise) {
        does(
                MANAGER,
                "userTask_holdStrategyDiscussion",
                Map.of(
                        "strategyDiscussionOn",
                        today().toString(),
                        "attendees",
                        List.of("social-care", "police", "health"),
                        "harmSuspected",
                        "Bruises that nobody can explain.",
                        "sectionFortySevenNeeded",
                        "yes",
                        "enquiryMadeBy",
                        "jointly-with-police",
                        "plan",
                        "The children stay with their grandmother tonight."),
                otherwise);
    }

    EnquiryJourney enquiryIsMade() {
        work.as(SOCIAL_WORKER).complete(enquiry, "userTask_makeEnquiry", enquiryMade());
        return this;
    }

    static Map<String, Object> enquiryMade() {
        return Map.of(
                "childrenSeen",
                "seen-alone",
                "findings",
                "Both children were seen alone.",
                "analysis",
                "The risk goes on.");
    }

    EnquiryJourney isDecided(String forTheElder, String forTheYounger) {
        decides(MANAGER, elder, forTheElder);
        decides(MANAGER, younger, forTheYounger);
        return this;
    }

    void decides(String manager, String child, String outcome) {
        work.as(manager)
                .complete(
                        taskAbout(child, "userTask_decideEnquiryOutcome"),
                        Map.of("childOutcome", outcome, "reason", "Because of what was found."));
    }

    /** As in an authority that has the minister's permission. */
    void conferenceMayBeReplaced() {
        beans.getBean(ProcessEngine.class).getRuntimeService().setVariable(enquiry, "conferenceReplaceable", true);
    }

    void conferenceIsReplaced() {
        does(
                SERVICE_MANAGER,
                "userTask_considerConferenceInstead",
                Map.of(
                        "conferenceReplaced",
                        "yes",
                        "reason",
                        "A strong family.",
                        "safeMeanwhile",
                        "They stay with an aunt."),
                Map.of());
    }

    void conferenceIsNotReplaced() {
        does(
                SERVICE_MANAGER,
                "userTask_considerConferenceInstead",
                Map.of("conferenceReplaced", "no", "reason", "Too dangerous."),
                Map.of());
    }

    EnquiryJourney conferenceIsRequested() {
        does(
                MANAGER,
                "userTask_requestConference",
                Map.of("whyConference", "The risk goes on.", "separateAttendance", "no"),
                Map.of());
        return this;
    }

    EnquiryJourney conferenceIsBookedFor(LocalDate day) {
        conferenceIsBookedFor(day, Map.of());
        return this;
    }

    void conferenceIsBookedFor(LocalDate day, Map<String, Object> otherwise) {
        does(
                ADMINISTRATOR,
                "userTask_bookConference",
                Map.of(
                        "conferenceOn",
                        day.toString(),
                        "conferenceTime",
                        "10:00",
                        "place",
                        "Town hall, room 2",
                        "chair",
                        "Helen Ward",
                        "minuteTaker",
                        "Raj Patel",
                        "agencies",
                        List.of("police", "school"),
                        "invitationsSent",
                        true),
                otherwise);
    }

    EnquiryJourney everythingIsPrepared() {
        for (Task report : List.copyOf(work.tasks(enquiry, "userTask_recordAgencyReport"))) {
            work.as(ADMINISTRATOR).complete(report, Map.of("reportReceived", "written"));
        }
        reportIsShared();
        does(
                CHAIR,
                "userTask_contactFamily",
                Map.of("contactMade", "spoken", "note", "The mother brings her sister."),
                Map.of());
        for (String child : List.of(elder, younger)) {
            work.as(SOCIAL_WORKER)
                    .complete(taskAbout(child, "userTask_offerAdvocacy"), Map.of("advocateOffered", "declined"));
        }
        return this;
    }

    void reportIsShared() {
        does(
                SOCIAL_WORKER,
                "userTask_shareReportWithFamily",
                Map.of("shared", "all", "sharedOn", today().toString()),
                Map.of());
    }

    EnquiryJourney conferenceIsHeld() {
        conferenceIsHeld(Map.of());
        return this;
    }

    void conferenceIsHeld(Map<String, Object> otherwise) {
        does(CHAIR, "userTask_holdConference", conferenceHeld(), otherwise);
    }

    Map<String, Object> conferenceHeld() {
        return Map.of(
                "conferenceHeldOn",
                today().toString(),
                "agenciesPresent",
                EVERYBODY_NEEDED,
                "familyPresent",
                List.of("mother"),
                "fgcOfferExplained",
                true,
                "dissent",
                "no",
                "summary",
                "The family was heard.");
    }

    void interimPlanIsAgreed() {
        does(
                CHAIR,
                "userTask_agreeInterimPlan",
                Map.of("interimPlan", "The grandmother stays with them.", "whyNotQuorate", "Health was ill."),
                Map.of());
    }

    void newDateIsSet(String taskKey, LocalDate day, Map<String, Object> otherwise) {
        does(
                ADMINISTRATOR,
                taskKey,
                Map.of(
                        "conferenceOn",
                        day.toString(),
                        "conferenceTime",
                        "14:00",
                        "place",
                        "Town hall, room 2",
                        "invitationsSent",
                        true),
                otherwise);
    }

    EnquiryJourney plans(boolean forTheElder, boolean forTheYounger) {
        plan(elder, forTheElder);
        plan(younger, forTheYounger);
        return this;
    }

    private void plan(String child, boolean needed) {
        work.as(CHAIR)
                .complete(
                        taskAbout(child, "userTask_decidePlanForChild"),
                        needed
                                ? Map.of(
                                        "planNeeded",
                                        "yes",
                                        "category",
                                        "NEG",
                                        "outlinePlan",
                                        "Visits every ten days.",
                                        "reason",
                                        "Harm is likely.")
                                : Map.of(
                                        "planNeeded",
                                        "no",
                                        "insteadOfPlan",
                                        "child-in-need-plan",
                                        "reason",
                                        "Harm is not likely."));
    }

    void decisionsAreSent() {
        does(ADMINISTRATOR, "userTask_sendDecisions", Map.of("familyTold", true, "agenciesTold", true), Map.of());
    }

    void dissentIsConsidered() {
        does(
                SERVICE_MANAGER,
                "userTask_considerDissent",
                Map.of("response", "The decision was explained.", "decisionStands", "stands"),
                Map.of());
    }

    void furtherConcernIsConsidered(Map<String, Object> answers) {
        does(MANAGER, "userTask_considerFurtherConcern", answers, Map.of("reason", "The same worry again."));
    }

    void policeProtectionIsRecorded(LocalDate day, String time, String... children) {
        does(
                SOCIAL_WORKER,
                "userTask_recordPoliceProtection",
                Map.of(
                        "children",
                        List.of(children),
                        "beganOn",
                        day.toString(),
                        "beganAt",
                        time,
                        "whereabouts",
                        "With foster carers."),
                Map.of());
    }

    void orderIsRecorded(LocalDate madeOn, String... children) {
        does(
                SOCIAL_WORKER,
                "userTask_recordEmergencyProtectionOrder",
                Map.of(
                        "children",
                        List.of(children),
                        "orderMadeOn",
                        madeOn.toString(),
                        "whereabouts",
                        "With foster carers."),
                Map.of());
    }

    void followed(String taskKey, String byWhat) {
        does(MANAGER, taskKey, Map.of("whatFollows", byWhat, "safety", "The grandmother is there."), Map.of());
    }

    void followed(String child, String taskKey, String byWhat) {
        work.as(MANAGER)
                .complete(
                        taskAbout(child, taskKey),
                        Map.of("whatFollows", byWhat, "safety", "The grandmother is there."));
    }

    /** As in an authority that offers conferences when the initial conference is booked. */
    void offersAreMadeAtBooking() {
        beans.getBean(ProcessEngine.class).getRuntimeService().setVariable(enquiry, "offeredAtBooking", true);
    }

    /** All that leads to the conference, which is to be held on that day. */
    EnquiryJourney conferenceIsDueOn(LocalDate day) {
        isCalledFor().discussionIsHeld().enquiryIsMade().isDecided("continuing-risk", "continuing-risk");
        conferenceIsRequested().conferenceIsBookedFor(day).everythingIsPrepared();
        beans.getBean(SettableClock.class).setDate(day);
        return this;
    }

    private void does(String account, String taskKey, Map<String, Object> answers, Map<String, Object> otherwise) {
        var all = new LinkedHashMap<>(answers);
        all.putAll(otherwise);
        work.as(account).complete(enquiry, taskKey, all);
    }

    // what is seen

    Task task(String taskKey) {
        return work.task(enquiry, taskKey);
    }

    Task taskAbout(String child, String taskKey) {
        return work.tasks(enquiry, taskKey).stream()
                .filter(task -> child.equals(
                        beans.getBean(ProcessEngine.class).getTaskService().getVariable(task.getId(), "childId")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No %s about %s".formatted(taskKey, child)));
    }

    List<String> openTasks() {
        return work.openTaskKeys(enquiry);
    }

    List<String> ends() {
        return work.endEvents(enquiry);
    }

    boolean hasEnded() {
        return work.hasEnded(enquiry);
    }

    void timeRunsOut(String eventId) {
        work.fireTimer(enquiry, eventId);
    }

    StatutoryClock clock(String code) {
        return record.clock(familyId, enquiry, code);
    }

    StatutoryClock clock(String code, String child) {
        return beans.getBean(Clocks.class).ofFamily(familyId).stream()
                .filter(clock -> clock.rule().code().equals(code)
                        && child.equals(clock.subject().childId()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No clock %s of %s".formatted(code, child)));
    }

    /** The offers of a Family Group Conference that were begun for the family. */
    List<String> offers() {
        return record.cases(familyId, "family-group-conference-offer");
    }

    List<Map<String, Object>> facts(String type) {
        return record.facts(enquiry, type);
    }

    Map<String, Object> fact(String type) {
        return record.fact(enquiry, type);
    }

    List<String> told(String template) {
        return new ArrayList<>(record.told(familyId, template));
    }
}
