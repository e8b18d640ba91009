package org.familypathways.childprotectionenquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.record.Children;
import org.familypathways.record.Families;
import org.familypathways.record.NewChild;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.Work;
import org.springframework.beans.factory.BeanFactory;

/** One family with one child and the enquiry about it, in the words of the stories. */
final class EnquiryJourney {

    private final BeanFactory beans;
    private final ProcessEngine engine;
    private final Work work;
    final String familyId;
    String enquiry = "";

    EnquiryJourney(BeanFactory beans) {
        this.beans = beans;
        engine = beans.getBean(ProcessEngine.class);
        work = beans.getBean(Work.class);
        familyId = beans.getBean(Families.class).create("north").id();
        beans.getBean(Children.class)
                .create(familyId, new NewChild("Robin", "Field", LocalDate.of(2016, 5, 4), null, "U", null, null));
    }

    LocalDate today() {
        return LocalDate.now(beans.getBean(SettableClock.class));
    }

    void strategyDiscussionCalledFor() {
        assertThat(beans.getBean(PathwayStarts.class)
                        .announce("child-protection-enquiry.strategy-required", familyId, Map.of()))
                .isTrue();
        enquiry = casesOf("child-protection-enquiry").get(0);
    }

    void strategyDiscussionHeld() {
        work.as("tom.reid")
                .complete(
                        enquiry,
                        "userTask_holdStrategyDiscussion",
                        Map.of(
                                "strategyDiscussionOn",
                                today().toString(),
                                "attendees",
                                List.of("social-care", "police", "health"),
                                "harmSuspected",
                                "Marks on the arm",
                                "sectionFortySevenNeeded",
                                "yes",
                                "enquiryMadeBy",
                                "social-care",
                                "plan",
                                "Visit today"));
    }

    void enquiryMade() {
        work.as("amina.khan")
                .complete(
                        enquiry,
                        "userTask_makeEnquiry",
                        Map.of("childrenSeen", "seen-alone", "findings", "Frightened", "analysis", "At risk"));
    }

    void outcomeDecided(String outcome) {
        work.as("tom.reid")
                .complete(
                        enquiry,
                        "userTask_decideEnquiryOutcome",
                        Map.of("childOutcome", outcome, "reason", "As the enquiry found"));
    }

    void conferenceRequested() {
        work.as("tom.reid")
                .complete(
                        enquiry,
                        "userTask_requestConference",
                        Map.of("whyConference", "Continuing risk", "separateAttendance", "no"));
    }

    void conferenceBooked(LocalDate day) {
        work.as("raj.patel")
                .complete(
                        enquiry,
                        "userTask_bookConference",
                        Map.of(
                                "conferenceOn",
                                day.toString(),
                                "conferenceTime",
                                "10:00",
                                "place",
                                "Town hall",
                                "chair",
                                "A chair",
                                "minuteTaker",
                                "A minute taker",
                                "agencies",
                                List.of("police", "school", "health-visitor"),
                                "invitationsSent",
                                true));
    }

    /** As in an authority that has the minister's permission. */
    void conferenceMayBeReplaced() {
        engine.getRuntimeService().setVariable(enquiry, "conferenceReplaceable", true);
    }

    void conferenceInstead(String decision) {
        var answers = decision.equals("yes")
                ? Map.<String, Object>of(
                        "conferenceReplaced",
                        decision,
                        "reason",
                        "A strong family",
                        "safeMeanwhile",
                        "Stays with an aunt")
                : Map.<String, Object>of("conferenceReplaced", decision, "reason", "Too dangerous");
        work.as("ruth.king").complete(enquiry, "userTask_considerConferenceInstead", answers);
    }

    /** Every case of that pathway about the family, the latest first. */
    List<String> casesOf(String pathwayKey) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(pathwayKey)
                .variableValueEquals("familyId", familyId)
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .map(instance -> instance.getId())
                .toList();
    }
}
