package org.familypathways.familygroupconferenceoffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.record.Children;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewChild;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.Work;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One family and the offer that is made to it, in the words of the stories about it. */
final class OfferJourney {

    static final String KEY = "family-group-conference-offer";
    static final String SOCIAL_WORKER = "amina.khan";
    static final String MANAGER = "maria.silva";
    static final String COORDINATOR = "ben.cole";
    static final String ADMINISTRATOR = "zoe.hart";

    private final BeanFactory beans;
    private final ProcessEngine engine;
    private final Work work;
    private final JdbcClient jdbc;
    final String familyId;
    String offer = "";

    OfferJourney(BeanFactory beans) {
        this.beans = beans;
        engine = beans.getBean(ProcessEngine.class);
        work = beans.getBean(Work.class);
        jdbc = beans.getBean(JdbcClient.class);
        familyId = beans.getBean(Families.class).create("north").id();
        beans.getBean(Involvements.class).begin(familyId, SOCIAL_WORKER, PracticeRole.SOCIAL_WORKER);
    }

    String child() {
        return beans.getBean(Children.class)
                .create(familyId, new NewChild("Robin", "Field", LocalDate.of(2016, 5, 4), null, "U", null, null))
                .id();
    }

    /** Somebody who holds parental responsibility. */
    String holder(String firstName) {
        return beans.getBean(NetworkMembers.class)
                .add(familyId, new NewNetworkMember(firstName, "Field", "parent", true, null, null, null, null))
                .id();
    }

    LocalDate today() {
        return LocalDate.now(beans.getBean(SettableClock.class));
    }

    void beginsBy(String message, String trigger) {
        beginsBy(message, new HashMap<>(Map.of("trigger", trigger)));
    }

    void initialConferenceHeld() {
        beginsBy(
                "initial-conference-held",
                Map.of("trigger", "initial-conference", "conferenceHeldOn", today().toString(), "planMade", true));
    }

    void beginsBy(String message, Map<String, Object> variables) {
        assertThat(beans.getBean(PathwayStarts.class).announce(KEY + "." + message, familyId, variables))
                .isTrue();
        offer = jdbc.sql("""
            select proc_inst_id_ from act_hi_varinst join act_hi_procinst using (proc_inst_id_)
            where name_ = 'familyId' and text_ = :family and act_hi_procinst.proc_def_key_ = :key
            order by start_time_ desc, length(business_key_) desc, business_key_ desc limit 1
            """)
                .param("family", familyId)
                .param("key", KEY)
                .query(String.class)
                .single();
    }

    void contactChecked(String person) {
        contactChecked(
                person,
                Map.of(
                        "domesticAbuse",
                        "no",
                        "contactForbidden",
                        "no",
                        "separateContact",
                        "no",
                        "safeContact",
                        "in-person"));
    }

    void contactChecked(String person, Map<String, Object> answers) {
        work.as(MANAGER).complete(taskAbout(person, "userTask_checkContact"), answers);
    }

    void offered(String person) {
        work.as(COORDINATOR).complete(taskAbout(person, "userTask_makeOffer"), offerMade());
    }

    Map<String, Object> offerMade() {
        return Map.of("offerMade", "yes", "offeredOn", today().toString(), "offeredBy", "visit", "interpreter", "no");
    }

    void notReached(String person) {
        work.as(COORDINATOR)
                .complete(
                        taskAbout(person, "userTask_makeOffer"),
                        Map.of("offerMade", "no", "attempts", "Three calls and a visit"));
    }

    void accepts(String person) {
        work.as(COORDINATOR)
                .complete(
                        taskAbout(person, "userTask_recordAnswer"),
                        Map.of("answer", "accepted", "answeredOn", today().toString()));
    }

    void declines(String person, String why) {
        work.as(COORDINATOR)
                .complete(
                        taskAbout(person, "userTask_recordAnswer"),
                        Map.of("answer", "declined", "answeredOn", today().toString(), "whyDeclined", why));
    }

    void consents(String person) {
        work.as(COORDINATOR)
                .complete(
                        taskAbout(person, "userTask_recordConsent"),
                        Map.of("consentSigned", "yes", "signedOn", today().toString()));
    }

    /** Somebody reports it on the family's page. */
    void consentIsWithdrawn(String person) {
        beans.getBean(PathwayStarts.class)
                .announce(
                        KEY + ".consent-withdrawn",
                        familyId,
                        Map.of("reportedOn", today().toString(), "personId", person));
    }

    void doesNotSign(String person) {
        work.as(COORDINATOR)
                .complete(
                        taskAbout(person, "userTask_recordConsent"),
                        Map.of("consentSigned", "no", "whyNotSigned", "Wants to think it over"));
    }

    void discussed(String decision) {
        work.as(MANAGER)
                .complete(
                        offer,
                        "userTask_discussNewOffer",
                        Map.of("newOfferDecision", decision, "reason", "Talked with the social worker"));
    }

    /** From a conference that was held to an answer that is awaited from each of them. */
    void upToTheAnswerOf(String... holders) {
        initialConferenceHeld();
        for (String holder : holders) {
            contactChecked(holder);
        }
        for (String holder : holders) {
            offered(holder);
        }
    }

    Task taskAbout(String reference, String taskKey) {
        return work.tasks(offer, taskKey).stream()
                .filter(task ->
                        engine.getTaskService().getVariables(task.getId()).containsValue(reference))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No task %s about %s".formatted(taskKey, reference)));
    }

    String endedAt() {
        return jdbc.sql("select end_act_id_ from act_hi_procinst where proc_inst_id_ = :case and end_time_ is not null")
                .param("case", offer)
                .query(String.class)
                .single();
    }

    String outcome() {
        return jdbc.sql("select outcome from conference_offer where process_instance_id = :case")
                .param("case", offer)
                .query(String.class)
                .single();
    }

    /** The case of the conference that the offer has called. */
    String conference() {
        return jdbc.sql("select proc_inst_id_ from act_hi_procinst where super_process_instance_id_ = :offer")
                .param("offer", offer)
                .query(String.class)
                .single();
    }

    List<String> facts() {
        return jdbc.sql("select type from practice_fact where process_instance_id = :case order by id")
                .param("case", offer)
                .query(String.class)
                .list();
    }

    /** {@code template to recipient}, in alphabetical order. */
    List<String> told() {
        return jdbc.sql("""
            select template || ' to ' || recipient from notification
            where family_id = :family order by 1
            """).param("family", familyId).query(String.class).list();
    }

    long missedTimescales() {
        return begun("missed-timescale");
    }

    /** How often a strategy discussion was called for. */
    long strategyDiscussions() {
        return begun("child-protection-enquiry");
    }

    private long begun(String pathwayKey) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(pathwayKey)
                .variableValueEquals("familyId", familyId)
                .count();
    }
}
