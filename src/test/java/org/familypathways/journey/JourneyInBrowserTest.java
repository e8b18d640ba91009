package org.familypathways.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.Browser;
import org.familypathways.testing.Tasklist;
import org.familypathways.testing.Work;
import org.familypathways.timescale.WorkingDays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From the first contact to the agreed plan. A front-door manager, a social worker, the manager of the conference
 * service and a co-ordinator work in the browser; what others do between is done through the same door without one. Each
 * page leaves its picture in {@code target/screenshots}.
 */
@ApplicationTest
class JourneyInBrowserTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Autowired
    SignedInBrowsers browsers;

    @Autowired
    Work work;

    @Autowired
    NetworkMembers people;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private Browser browser;
    /** Of its own for each run, since other stories leave their families behind. */
    private final String lastName = "Journeyman " + System.nanoTime();

    private String family;

    @BeforeEach
    void open() {
        browser = new Browser();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void four_people_take_a_family_from_the_referral_to_its_agreed_plan() {
        var grace = browsers.of(browser, "grace.obi");
        a_front_door_manager_records_a_contact_and_decides(grace);
        family = familyOfTheReferral();
        assertThat(contacts())
                .as("contacts, though the button was clicked twice")
                .isEqualTo(1);
        var amina = browsers.of(browser, "amina.khan");
        a_social_worker_makes_the_enquiry(amina);
        others_hold_the_initial_conference();
        var maria = browsers.of(browser, "maria.silva");
        the_conference_service_makes_sure_that_contact_is_safe(maria);
        var ben = browsers.of(browser, "ben.cole");
        a_co_ordinator_makes_the_offer_and_takes_the_answer(ben);
        the_conference_service_accepts_and_allocates(maria);
        a_co_ordinator_prepares_and_holds_the_conference(ben);
        a_social_worker_considers_the_plan(amina);
        the_record_shows_it_all(amina);
    }

    private void a_front_door_manager_records_a_contact_and_decides(Page grace) {
        picture(grace, "01-home");
        var tasklist = new Tasklist(grace).open();
        tasklist.beginCase("Referral")
                .choose("May the child be in danger now?", "No")
                .date("When did the contact arrive?", TODAY)
                .write("What is the child’s first name?", "Ada")
                .write("What is the child’s last name?", lastName)
                .choose("Is the child born?", "Yes")
                .date("When was the child born?", LocalDate.of(2019, 5, 4))
                .choose("What is the child’s sex?", "Female")
                .select("Which area does the family live in?", "North")
                .select("Who referred the child?", "School")
                .select("What is the main need, as far as it is known?", "Abuse")
                .write(
                        "What is the worry, in the words of the person who referred?",
                        "<script>alert(1)</script> ${1+1}")
                .choose("Is it clear which response the child needs?", "Yes")
                .picture("02-record-a-contact")
                .begin();
        family = familyOfTheReferral();
        tasklist.openTask(task("Decide the outcome of the referral"), "Decide the outcome of the referral")
                .claim()
                .select("What does the child need?", "A strategy discussion")
                .write("Why?", "The school saw bruises")
                .picture("03-decide-the-referral")
                .complete();
    }

    private String familyOfTheReferral() {
        return jdbc.sql("select family_id from child where last_name = :lastName")
                .param("lastName", lastName)
                .query(String.class)
                .single();
    }

    private int contacts() {
        return jdbc.sql("select count(*) from record_entry where family_id = :family and form_id = :form")
                .param("family", family)
                .param("form", "referral.record-contact")
                .query(Integer.class)
                .single();
    }

    private void a_social_worker_makes_the_enquiry(Page amina) {
        String enquiry = caseOf("child-protection-enquiry");
        work.as("tom.reid")
                .complete(
                        enquiry,
                        "userTask_holdStrategyDiscussion",
                        Map.of(
                                "strategyDiscussionOn",
                                TODAY.toString(),
                                "attendees",
                                List.of("social-care", "police", "health"),
                                "harmSuspected",
                                "Physical harm",
                                "sectionFortySevenNeeded",
                                "yes",
                                "enquiryMadeBy",
                                "social-care",
                                "plan",
                                "Ada stays with her grandmother"));
        work.as("tom.reid").complete(enquiry, "userTask_sendDiscussionRecord", Map.of("sentOn", TODAY.toString()));
        new Tasklist(amina)
                .open()
                .openTask(task("Make the section 47 enquiry"), "Make the section 47 enquiry")
                .claim()
                .choose("Have you seen every child?", "Yes, each alone")
                .write("What did you find?", "Ada is afraid of the evenings")
                .write("What does it mean for each child, and what do you recommend?", "A conference")
                .picture("04-make-the-enquiry")
                .complete();
    }

    private void others_hold_the_initial_conference() {
        String enquiry = caseOf("child-protection-enquiry");
        LocalDate day = workingDays.isWorkingDay(TODAY) ? TODAY : workingDays.plus(TODAY, 1);
        work.as("tom.reid")
                .complete(
                        enquiry,
                        "userTask_decideEnquiryOutcome",
                        Map.of("childOutcome", "continuing-risk", "reason", "It goes on"));
        work.as("tom.reid")
                .complete(
                        enquiry,
                        "userTask_requestConference",
                        Map.of("whyConference", "Continuing risk", "separateAttendance", "no"));
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
                                "Helen Ward",
                                "minuteTaker",
                                "Raj Patel",
                                "agencies",
                                List.of("police", "school"),
                                "invitationsSent",
                                true));
        work.tasks(enquiry, "userTask_recordAgencyReport")
                .forEach(task -> work.as("raj.patel").complete(task, Map.of("reportReceived", "written")));
        work.as("amina.khan")
                .complete(
                        enquiry,
                        "userTask_shareReportWithFamily",
                        Map.of("shared", "all", "sharedOn", TODAY.toString()));
        work.as("helen.ward")
                .complete(
                        enquiry,
                        "userTask_contactFamily",
                        Map.of("contactMade", "spoken", "note", "Two rooms are ready"));
        work.tasks(enquiry, "userTask_offerAdvocacy")
                .forEach(task -> work.as("amina.khan").complete(task, Map.of("advocateOffered", "declined")));
        work.as("helen.ward")
                .complete(
                        enquiry,
                        "userTask_holdConference",
                        Map.of(
                                "conferenceHeldOn",
                                day.toString(),
                                "agenciesPresent",
                                List.of("social-care", "police", "school"),
                                "familyPresent",
                                List.of("mother"),
                                "fgcOfferExplained",
                                true,
                                "dissent",
                                "no",
                                "summary",
                                "The grandmother can help"));
        people.add(
                family,
                new NewNetworkMember("Mona", "Journeyman", "mother", true, null, null, null, "1 Example Street"));
        people.add(
                family,
                new NewNetworkMember("Gwen", "Journeyman", "grandmother", false, null, null, null, "2 Example Street"));
        work.tasks(enquiry, "userTask_decidePlanForChild")
                .forEach(task -> work.as("helen.ward")
                        .complete(
                                task,
                                Map.of(
                                        "planNeeded",
                                        "yes",
                                        "category",
                                        "PHY",
                                        "outlinePlan",
                                        "Safe evenings",
                                        "reason",
                                        "Continuing risk")));
    }

    private void the_conference_service_makes_sure_that_contact_is_safe(Page maria) {
        new Tasklist(maria)
                .open()
                .openTask(
                        task("Check the safety of contact with the person"),
                        "Check the safety of contact with the person")
                .claim()
                .choose("Is domestic abuse in this family known or suspected?", "No")
                .choose("Does a court order or bail condition forbid this person contact with somebody?", "No")
                .choose("Must this person be contacted apart from others?", "No")
                .choose("Which way of reaching this person is safe?", "In person")
                .picture("05-check-the-safety-of-contact")
                .complete();
    }

    private void a_co_ordinator_makes_the_offer_and_takes_the_answer(Page ben) {
        new Tasklist(ben)
                .open()
                .openTask(task("Make the offer to the person"), "Make the offer to the person")
                .claim()
                .choose("Did you make the offer to this person?", "Yes")
                .date("When did you make it?", TODAY)
                .choose("How did you make it?", "At a visit")
                .choose("Did an interpreter help?", "No, none was needed")
                .picture("06-make-the-offer")
                .complete()
                .openTask(task("Record the answer of the person"), "Record the answer of the person")
                .claim()
                .choose("What did this person answer?", "Yes, they would like a conference")
                .date("When did they answer?", TODAY)
                .picture("07-record-the-answer")
                .complete()
                .openTask(task("Record the consent of the person"), "Record the consent of the person")
                .claim()
                .choose("Has this person signed the consent to share information?", "Yes")
                .date("When did they sign?", TODAY)
                .picture("08-record-the-consent")
                .complete();
        String offer = caseOf("family-group-conference-offer");
        work.tasks(offer, "userTask_askChild")
                .forEach(task -> work.as("ben.cole")
                        .complete(task, Map.of("childAgrees", "agrees", "askedOn", TODAY.toString())));
    }

    private void the_conference_service_accepts_and_allocates(Page maria) {
        new Tasklist(maria)
                .open()
                .openTask(task("Check the referral"), "Check the referral")
                .claim()
                .choose("Is the referral accepted?", "Yes")
                .picture("09-check-the-referral")
                .complete()
                .openTask(task("Allocate a co-ordinator"), "Allocate a co-ordinator")
                .claim()
                .select("Who is the co-ordinator?", "Ben Cole")
                .picture("10-allocate-a-co-ordinator")
                .complete();
    }

    private void a_co_ordinator_prepares_and_holds_the_conference(Page ben) {
        var tasklist = new Tasklist(ben)
                .open()
                .openTask(task("Hold the baseline meeting"), "Hold the baseline meeting")
                .date("On which day was the meeting held?", TODAY)
                .write("What is the conference for?", "Safe evenings for Ada")
                .write("Which questions does the family answer?", "Who is there on which evening?")
                .write("What are the bottom lines?", "Ada is never alone in the evening")
                .write("Which risks must everybody know who prepares the conference?", "None known")
                .picture("11-baseline-meeting")
                .complete();
        String conference = caseOf("family-group-conference");
        work.as("amina.khan")
                .complete(
                        conference,
                        "userTask_writeReferrerReport",
                        Map.of(
                                "goesWell",
                                "School",
                                "worries",
                                "Evenings",
                                "mustChange",
                                "Somebody is there",
                                "sharedOn",
                                TODAY.toString()));
        work.tasks(conference, "userTask_prepareNetworkMember")
                .forEach(task ->
                        work.as("ben.cole").finish(task, Map.of("visitedOn", TODAY.toString(), "willAttend", "yes")));
        work.tasks(conference, "userTask_prepareChild")
                .forEach(task -> work.as("ben.cole")
                        .finish(
                                task,
                                Map.of("visitedOn", TODAY.toString(), "willAttend", "yes", "advocate", "declined")));
        work.as("zoe.hart")
                .complete(
                        conference,
                        "userTask_arrangeConference",
                        Map.of("conferenceOn", TODAY.toString(), "startsAt", "10:00", "venue", "Village hall"));
        tasklist.open()
                .openTask(task("Hold the conference"), "Hold the conference")
                .choose("Was the conference held?", "Yes")
                .date("On which day was it held?", TODAY)
                .write("Name", "Gwen Journeyman")
                .write("As what?", "grandmother")
                .time("When did the private family time begin?", "13:00")
                .time("When did it end?", "14:30")
                .picture("12-hold-the-conference")
                .complete();
    }

    private void a_social_worker_considers_the_plan(Page amina) {
        new Tasklist(amina)
                .open()
                .openTask(
                        task("Consider the plan against the bottom lines"),
                        "Consider the plan against the bottom lines")
                .claim()
                .choose("Is the family’s plan agreed?", "Yes")
                .write("What does the family plan, in its own words?", "Nan comes every evening")
                .write("Action", "Be there from five to eight")
                .write("Who does it?", "Gwen Journeyman")
                .choose("Does the plan need money or services?", "No")
                .picture("13-consider-the-plan")
                .complete();
    }

    private void the_record_shows_it_all(Page amina) {
        amina.navigate("/families/" + family);
        assertThat(amina.locator("h1")).containsText(family);
        assertThat(amina.locator("main")).containsText("Nan comes every evening");
        picture(amina, "14-family-record");
        amina.navigate("/families/" + family + "?page=2");
        assertThat(amina.locator("main")).containsText("<script>alert(1)</script> ${1+1}");
        for (String path : List.of("/", "/families", "/notifications", "/families/" + family + "/report")) {
            amina.navigate(path);
            picture(amina, "15" + path.replace('/', '-').replace(family, "family"));
        }
    }

    /** Takes the picture of a page that is ours, and finds no fault there by the WCAG 2.2 AA rules that axe can check. */
    private static void picture(Page page, String name) {
        new Tasklist(page).picture(name);
        // GOV.UK Frontend tells a screen reader by aria-expanded that a choice opens a further question, on purpose
        var rules = new AxeBuilder(page).withTags(WCAG).disableRules(List.of("aria-allowed-attr"));
        assertThat(rules.analyze().getViolations())
                .as("barriers on %s", page.url())
                .isEmpty();
    }

    private String task(String name) {
        return engine.getTaskService()
                .createTaskQuery()
                .processVariableValueEquals("familyId", family)
                .taskName(name)
                .list()
                .get(0)
                .getId();
    }

    private String caseOf(String pathway) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(pathway)
                .variableValueEquals("familyId", family)
                .singleResult()
                .getId();
    }
}
