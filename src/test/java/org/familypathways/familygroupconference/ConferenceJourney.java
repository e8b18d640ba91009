package org.familypathways.familygroupconference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.familypathways.testing.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people do on the way through a conference, in their words. Each step has the answers of a family that goes on. */
@Component
class ConferenceJourney {

    static final String SOCIAL_WORKER = "amina.khan";
    static final String MANAGER = "maria.silva";
    static final String COORDINATOR = "ben.cole";
    static final String ADMINISTRATOR = "zoe.hart";
    static final String SERVICE_MANAGER = "ruth.king";

    private final Families families;
    private final Children children;
    private final NetworkMembers people;
    private final Involvements involvements;
    private final PathwayStarts pathways;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final Work work;
    private final Clock clock;

    ConferenceJourney(
            Families families,
            Children children,
            NetworkMembers people,
            Involvements involvements,
            PathwayStarts pathways,
            ProcessEngine engine,
            JdbcClient jdbc,
            Work work,
            Clock clock) {
        this.families = families;
        this.children = children;
        this.people = people;
        this.involvements = involvements;
        this.pathways = pathways;
        this.engine = engine;
        this.jdbc = jdbc;
        this.work = work;
        this.clock = clock;
    }

    /** A mother, a grandmother and a child, with an allocated social worker. */
    Case begin() {
        var conference = beginWithoutSocialWorker();
        involvements.begin(conference.familyId(), SOCIAL_WORKER, PracticeRole.SOCIAL_WORKER);
        return conference;
    }

    Case beginWithoutSocialWorker() {
        String family = families.create("north").id();
        children.create(family, new NewChild("Ada", "Testington", LocalDate.of(2019, 5, 4), null, "F", null, null));
        person(family, "Mona", "mother", true);
        person(family, "Gwen", "grandmother", false);
        String instance = pathways.begin("family-group-conference", family, Map.of("familyId", family));
        return new Case(family, instance);
    }

    private void person(String family, String firstName, String relation, boolean parentalResponsibility) {
        people.add(
                family,
                new NewNetworkMember(
                        firstName, "Testington", relation, parentalResponsibility, null, null, null, null));
    }

    /** One conference on its way. */
    final class Case {

        private final String familyId;
        private final String instance;

        private Case(String familyId, String instance) {
            this.familyId = familyId;
            this.instance = instance;
        }

        String familyId() {
            return familyId;
        }

        String instance() {
            return instance;
        }

        Case referralIsAccepted() {
            return does(MANAGER, "checkReferral", Map.of("referralDecision", "accepted"));
        }

        Case coordinatorIsAllocated() {
            return does(MANAGER, "allocateCoordinator", Map.of("coordinator", COORDINATOR));
        }

        Case baselineMeetingIsHeld() {
            return does(
                    COORDINATOR,
                    "holdBaselineMeeting",
                    Map.of(
                            "heldOn", today(),
                            "purpose", "Where Ada can live",
                            "questions", "Who helps on which day?",
                            "bottomLines", "Ada is never alone with somebody who drank",
                            "risks", "None known"));
        }

        Case socialWorkerReports() {
            return does(
                    SOCIAL_WORKER,
                    "writeReferrerReport",
                    Map.of(
                            "goesWell",
                            "School",
                            "worries",
                            "Weekends",
                            "mustChange",
                            "Somebody is there",
                            "sharedOn",
                            today()));
        }

        Case everybodyIsPrepared() {
            tasks("prepareNetworkMember").forEach(task -> prepare(task, "yes", Map.of()));
            tasks("prepareChild").forEach(this::prepareChild);
            return this;
        }

        void prepareChild(Task task) {
            work.as(COORDINATOR)
                    .complete(
                            task,
                            Map.of(
                                    "visitedOn", today(),
                                    "willAttend", "yes",
                                    "advocate", "declined",
                                    "views", "Stay with Nan"));
        }

        void prepare(Task task, String willAttend, Map<String, Object> more) {
            var answers = new LinkedHashMap<String, Object>(more);
            answers.put("visitedOn", today());
            answers.put("willAttend", willAttend);
            work.as(COORDINATOR).complete(task, answers);
        }

        Case dayIsArranged(LocalDate day) {
            return does(ADMINISTRATOR, "arrangeConference", day(day, null));
        }

        Case newDayIsSet(LocalDate day) {
            return does(ADMINISTRATOR, "setNewDate", day(day, "The hall was flooded"));
        }

        Case urgentDayIsArranged(LocalDate day) {
            return does(COORDINATOR, "arrangeUrgentConference", day(day, null));
        }

        Map<String, Object> day(LocalDate day, String whyLate) {
            var answers = new LinkedHashMap<String, Object>();
            answers.put("conferenceOn", day.toString());
            answers.put("startsAt", "10:00");
            answers.put("venue", "Village hall");
            if (whyLate != null) {
                answers.put("whyLate", whyLate);
            }
            return answers;
        }

        Case conferenceIsHeld() {
            return does(COORDINATOR, "holdConference", held("13:00", "14:30"));
        }

        Map<String, Object> held(String privateFrom, String privateUntil) {
            var answers = new LinkedHashMap<String, Object>();
            answers.put("whatHappened", "held");
            answers.put("conferenceHeldOn", today());
            answers.put(
                    "attendees",
                    List.of(
                            Map.of("name", "Mona Testington", "part", "mother"),
                            Map.of("name", "Gwen Testington", "part", "grandmother")));
            answers.put("privateTimeFrom", privateFrom);
            answers.put("privateTimeUntil", privateUntil);
            return answers;
        }

        Case conferenceIsNotHeld(String whatHappened) {
            return does(
                    COORDINATOR,
                    "holdConference",
                    Map.of("whatHappened", whatHappened, "whyNotHeld", "It could not be that day"));
        }

        Case planIsAgreed() {
            return does(SOCIAL_WORKER, "considerPlan", agreed("no"));
        }

        Map<String, Object> agreed(String resourcesNeeded) {
            var answers = new LinkedHashMap<String, Object>();
            answers.put("planDecision", "agreed");
            answers.put("summary", "Nan comes every weekend");
            answers.put("actions", actions());
            answers.put("resourcesNeeded", resourcesNeeded);
            if (resourcesNeeded.equals("yes")) {
                answers.put("resources", "Bus fares for Nan");
                answers.put("supportPackage", "no");
                answers.put("cost", 120);
            }
            return answers;
        }

        List<Map<String, Object>> actions() {
            return List.of(Map.of(
                    "action", "Stay at weekends",
                    "owner", "Gwen Testington",
                    "dueOn", LocalDate.now(clock).plusDays(7).toString()));
        }

        Case actionsAreChecked() {
            return does(SOCIAL_WORKER, "checkPlanActions", Map.of("underWay", "yes", "progress", "Nan came"));
        }

        Case reviewIsHeld(String outcome) {
            var answers = new LinkedHashMap<String, Object>();
            answers.put("reviewedOn", today());
            answers.put("reviewOutcome", outcome);
            answers.put("note", "Everybody spoke");
            if (outcome.equals("amend")) {
                answers.put("summary", "Nan comes every second weekend");
                answers.put("actions", actions());
            }
            return does(COORDINATOR, "holdReview", answers);
        }

        /** To the moment at which the family meets. */
        Case isPrepared(LocalDate day) {
            return referralIsAccepted()
                    .coordinatorIsAllocated()
                    .baselineMeetingIsHeld()
                    .socialWorkerReports()
                    .everybodyIsPrepared()
                    .dayIsArranged(day);
        }

        /** To the moment at which its plan is in force. */
        Case hasAPlan() {
            return isPrepared(LocalDate.now(clock)).conferenceIsHeld().planIsAgreed();
        }

        Case does(String account, String task, Map<String, Object> answers) {
            work.as(account).complete(instance, "userTask_" + task, answers);
            return this;
        }

        List<Task> tasks(String task) {
            return work.tasks(instance, "userTask_" + task);
        }

        /** The person whom the step is about. */
        String about(Task task) {
            return (String) engine.getTaskService().getVariable(task.getId(), "personId");
        }

        /** Somebody reports it on the family's page. */
        Case isReported(String message) {
            return isReported(message, Map.of());
        }

        Case isReported(String message, Map<String, Object> more) {
            var variables = new LinkedHashMap<String, Object>(more);
            variables.put("reportedOn", today());
            pathways.announce("family-group-conference." + message, familyId, variables);
            return this;
        }

        Case timeComes(String event) {
            work.fireTimer(instance, event);
            return this;
        }

        List<String> openTasks() {
            return work.openTaskKeys(instance).stream()
                    .map(key -> key.substring("userTask_".length()))
                    .toList();
        }

        List<String> ends() {
            return work.endEvents(instance);
        }

        boolean isOver() {
            return work.hasEnded(instance);
        }

        List<String> facts() {
            return jdbc.sql("select type from practice_fact where process_instance_id = :case order by id")
                    .param("case", instance)
                    .query(String.class)
                    .list();
        }

        /** Whom the family's pathways told, by template and reference. */
        List<String> told(String template) {
            return new ArrayList<>(jdbc.sql("""
                select recipient from notification where family_id = :family and template = :template
                order by recipient
                """)
                    .param("family", familyId)
                    .param("template", template)
                    .query(String.class)
                    .list());
        }

        boolean isWaitingFor(String event) {
            return engine.getRuntimeService()
                            .createEventSubscriptionQuery()
                            .processInstanceId(instance)
                            .activityId(event)
                            .count()
                    > 0;
        }

        private String today() {
            return LocalDate.now(clock).toString();
        }
    }
}
