package org.familypathways.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.record.RecordEntries;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ReportTest {

    private static final String PUT_OFF = "event_conferencePutOff";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Autowired
    Families families;

    @Autowired
    NetworkMembers network;

    @Autowired
    Involvements involvements;

    @Autowired
    RecordEntries entries;

    @Autowired
    PathwayStarts pathways;

    @Autowired
    RuntimeService engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignedIn signedIn;

    @Autowired
    SettableClock clock;

    @Autowired
    Work work;

    String family;
    SignedIn.Browser amina;

    @BeforeEach
    void a_family_with_whom_amina_works() {
        clock.setDate(TODAY);
        family = families.create("north").id();
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        amina = signedIn.as("amina.khan");
    }

    @Test
    void lists_what_open_pathways_wait_for_with_what_it_means() {
        enquiry();

        assertThat(amina.get(address()).body())
                .contains("Conference put off", "Say why; the conference service sets a new date")
                .contains("Police protection used", "Further concern reported")
                .doesNotContain("event_");
    }

    @Test
    void a_report_becomes_an_entry_of_the_case_and_the_case_goes_on() {
        String enquiry = enquiry();

        var answer =
                report(amina, waiting(PUT_OFF), "The room is flooded <script>alert(1)</script>", "once-1", Map.of());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(work.openTaskKeys(enquiry)).contains("userTask_changeDate");
        var entry = entries.latest(enquiry, PUT_OFF).orElseThrow();
        assertThat(entry.author()).isEqualTo("amina.khan");
        assertThat(entry.answers())
                .containsEntry("happenedOn", "2026-11-24")
                .containsEntry("whatHappened", "The room is flooded <script>alert(1)</script>");
        assertThat(engine.getVariable(enquiry, "reportedOn")).isEqualTo("2026-11-24");
        assertThat(amina.get("/families/" + family).body())
                .contains("What you reported is on record")
                .contains("Conference put off", "24 November 2026", "flooded &lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void nothing_of_what_was_written_reaches_the_engine() {
        enquiry();

        report(amina, waiting(PUT_OFF), "Sentinel-Quokka", "once-2", Map.of());

        assertThat(jdbc.sql("select count(*) from act_ru_variable where text_ like '%Quokka%'")
                                .query(Integer.class)
                                .single()
                        + jdbc.sql("select count(*) from act_hi_varinst where text_ like '%Quokka%'")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void sending_the_same_form_twice_reports_once() {
        String enquiry = enquiry();
        String concern = waiting("event_furtherConcern");

        var statuses = IntStream.range(0, 4)
                .parallel()
                .mapToObj(click -> report(amina, concern, "A neighbour rang.", "once-3", Map.of())
                        .statusCode())
                .toList();

        assertThat(statuses).containsOnly(302);
        assertThat(entries.ofStep(enquiry, "event_furtherConcern")).hasSize(1);
        assertThat(work.tasks(enquiry, "userTask_considerFurtherConcern")).hasSize(1);
    }

    @Test
    void what_nothing_waits_for_any_more_is_said_and_the_text_is_kept() {
        String enquiry = enquiry();
        String waiting = waiting(PUT_OFF);
        engine.deleteProcessInstance(enquiry, "the family moved away");
        enquiry();

        var answer = report(amina, waiting, "The room is flooded", "once-4", Map.of());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Nothing waits for this any more", ">The room is flooded</textarea>");
        assertThat(entries.countOfFamily(family)).isZero();
    }

    @Test
    void the_day_is_today_or_past_and_every_fault_is_one_sentence() {
        enquiry();
        String waiting = waiting(PUT_OFF);

        assertThat(report(amina, waiting, "x", "once-5", Map.of("on-day", "26")).body())
                .contains("The day it happened must be today or in the past.");
        assertThat(report(amina, waiting, "x", "once-5", Map.of("on-day", "31")).body())
                .contains("The day it happened must be a real day.");
        assertThat(report(amina, waiting, "x", "once-5", Map.of("on-year", "2016"))
                        .body())
                .contains("Check the year.");
        assertThat(report(amina, "", "", "once-5", Map.of()).body())
                .contains("There is a problem", "Choose what happened.", "Say what happened.");
        assertThat(entries.countOfFamily(family)).isZero();
    }

    @Test
    void an_event_about_a_person_asks_who_and_tells_the_case() {
        var mother = network.add(family, new NewNetworkMember("Sky", "Madeup", "mother", true, null, null, null, null));
        String conference = pathways.begin(
                "family-group-conference", family, Map.of("familyId", family, "urgentConference", false));
        String waiting = waiting("event_consentWithdrawn");

        assertThat(report(amina, waiting, "She rang.", "once-6", Map.of()).body())
                .contains("Choose who it is about.");
        assertThat(report(amina, waiting, "She rang.", "once-6", Map.of("person-" + waiting, "P-999999"))
                        .body())
                .contains("Choose who it is about.");
        assertThat(report(amina, waiting, "She rang.", "once-6", Map.of("person-" + waiting, mother.id()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(entries.latest(conference, "event_consentWithdrawn", mother.id()))
                .isPresent();
        assertThat(work.hasEnded(conference)).isTrue();
    }

    @Test
    void a_family_of_others_is_the_same_as_none_also_for_sending() {
        enquiry();
        String waiting = waiting(PUT_OFF);
        var nina = signedIn.as("nina.shaw");

        assertThat(nina.get(address()).statusCode()).isEqualTo(404);
        assertThat(nina.get("/families/F-999999/report").statusCode()).isEqualTo(404);
        assertThat(report(nina, waiting, "x", "once-7", Map.of()).statusCode()).isEqualTo(404);
        assertThat(entries.countOfFamily(family)).isZero();
    }

    @Test
    void what_waits_in_another_family_cannot_be_reported_here() {
        enquiry();
        String waiting = waiting(PUT_OFF);
        String ours = family;
        family = families.create("north").id();
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);

        assertThat(report(amina, waiting, "x", "once-8", Map.of()).statusCode()).isEqualTo(400);
        assertThat(entries.countOfFamily(ours)).isZero();
    }

    @Test
    void where_nothing_waits_the_page_says_so() {
        assertThat(amina.get(address()).body()).contains("No open pathway of this family waits");
    }

    private String enquiry() {
        pathways.announce("child-protection-enquiry.strategy-required", family, Map.of());
        return engine.createProcessInstanceQuery()
                .processDefinitionKey("child-protection-enquiry")
                .variableValueEquals("familyId", family)
                .singleResult()
                .getId();
    }

    /** The choice of that event, as the page offers it. */
    private String waiting(String event) {
        String reference = jdbc.sql("""
                        select id_ from act_ru_event_subscr where activity_id_ = :event and proc_inst_id_ in (
                          select proc_inst_id_ from act_ru_variable where name_ = 'familyId' and text_ = :family)
                        """)
                .param("event", event)
                .param("family", family)
                .query(String.class)
                .single();
        assertThat(Pattern.compile("name=\"event\"[^>]*value=\"([^\"]+)\"")
                        .matcher(amina.get(address()).body())
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .contains(reference);
        return reference;
    }

    private HttpResponse<String> report(
            SignedIn.Browser worker, String event, String what, String once, Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "event", event, "what", what, "once", once, "on-day", "24", "on-month", "11", "on-year", "2026"));
        form.putAll(more);
        return worker.post(address(), form);
    }

    private String address() {
        return "/families/" + family + "/report";
    }
}
