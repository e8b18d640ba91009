package org.familypathways.referral;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.record.Child;
import org.familypathways.record.Children;
import org.familypathways.record.Entry;
import org.familypathways.record.RecordEntries;
import org.familypathways.testing.OnRecord;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.Work;
import org.familypathways.timescale.StatutoryClock;
import org.springframework.beans.factory.BeanFactory;

/** One referral, in the words of the front door. Each journey is about a child of its own unless a story says so. */
final class ReferralJourney {

    static final String KEY = "referral";
    static final String OFFICER = "sam.lee";
    static final String MANAGER = "grace.obi";
    static final String CHECKS = "userTask_makeMultiAgencyChecks";
    static final String DECISION = "userTask_decideReferral";
    static final String ACKNOWLEDGEMENT = "userTask_acknowledgeReferrer";

    private static int children;

    private final BeanFactory beans;
    private final Work work;
    private final OnRecord record;
    private final Map<String, Object> contact = new LinkedHashMap<>();
    String referral = "";

    ReferralJourney(BeanFactory beans) {
        this.beans = beans;
        work = beans.getBean(Work.class);
        record = beans.getBean(OnRecord.class);
        contact.putAll(Map.of(
                "dangerNow",
                "no",
                "receivedOn",
                today().toString(),
                "firstName",
                "Robin",
                "lastName",
                "Meadow" + ++children,
                "born",
                "born",
                "birthDate",
                "2018-05-14",
                "sex",
                "U",
                "area",
                "north",
                "sourceCode",
                "2A",
                "primaryNeed",
                "N4"));
        contact.putAll(Map.of("worry", "Robin comes to school hungry.", "thresholdClear", "yes"));
    }

    LocalDate today() {
        return LocalDate.now(beans.getBean(SettableClock.class));
    }

    ReferralJourney saying(String question, Object answer) {
        contact.put(question, answer);
        return this;
    }

    ReferralJourney without(String question) {
        contact.remove(question);
        return this;
    }

    /** Another contact about the same child, with the same words. */
    ReferralJourney aboutTheSameChild() {
        var again = new ReferralJourney(beans);
        again.contact.putAll(contact);
        again.contact.put("receivedOn", today().toString());
        return again;
    }

    ReferralJourney arrives() {
        referral = work.as(OFFICER).start(KEY, contact);
        return this;
    }

    void checksAreMade() {
        work.as(OFFICER)
                .complete(
                        referral,
                        CHECKS,
                        Map.of("agenciesAsked", List.of("police", "school"), "whatAgenciesSaid", "Nothing new."));
    }

    void referrerIsAcknowledged() {
        work.as(OFFICER)
                .complete(
                        referral,
                        ACKNOWLEDGEMENT,
                        Map.of("acknowledged", "told", "acknowledgedOn", today().toString()));
    }

    void referrerCannotBeReached() {
        work.as(OFFICER).complete(referral, ACKNOWLEDGEMENT, Map.of("acknowledged", "cannot-be-reached"));
    }

    void managerDecides(String outcome) {
        managerDecides(decision(outcome));
    }

    void managerDecides(Map<String, Object> answers) {
        work.as(MANAGER).complete(referral, DECISION, answers);
    }

    /** The manager's form is sent, once more or by two clicks; the task must be theirs already. */
    void managerSends(Task task, Map<String, Object> answers) {
        work.as(MANAGER).signedIn(() -> {
            beans.getBean(ProcessEngine.class).getFormService().submitTaskForm(task.getId(), answers);
            return true;
        });
    }

    static Map<String, Object> decision(String outcome) {
        return Map.of("referralOutcome", outcome, "reason", "Because of what the school and the police said.");
    }

    boolean dangerIsReported() {
        return beans.getBean(PathwayStarts.class)
                .announce("referral.danger-reported", familyId(), Map.of("reportedOn", today().toString()));
    }

    Task task(String taskKey) {
        return work.task(referral, taskKey);
    }

    List<String> openTasks() {
        return work.openTaskKeys(referral);
    }

    List<String> ends() {
        return work.endEvents(referral);
    }

    boolean hasEnded() {
        return work.hasEnded(referral);
    }

    String familyId() {
        return String.valueOf(variable("familyId"));
    }

    Child child() {
        return beans.getBean(Children.class)
                .find(String.valueOf(variable("childId")))
                .orElseThrow();
    }

    Object variable(String name) {
        return beans.getBean(ProcessEngine.class)
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(referral)
                .variableName(name)
                .singleResult()
                .getValue();
    }

    Entry written(String stepKey) {
        return beans.getBean(RecordEntries.class).latest(referral, stepKey).orElseThrow();
    }

    Map<String, Object> decided() {
        return record.fact(referral, "ReferralDecided");
    }

    StatutoryClock clock(String code) {
        return record.clock(familyId(), referral, code);
    }

    List<String> told(String template) {
        return record.told(familyId(), template);
    }

    List<String> enquiries() {
        return record.cases(familyId(), "child-protection-enquiry");
    }
}
