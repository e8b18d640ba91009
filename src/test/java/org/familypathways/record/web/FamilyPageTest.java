package org.familypathways.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.Submission;
import org.familypathways.record.Children;
import org.familypathways.record.Families;
import org.familypathways.record.FamilyPlan.NewAction;
import org.familypathways.record.FamilyPlans;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewChild;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.record.RecordEntries;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class FamilyPageTest {

    @Autowired
    Families families;

    @Autowired
    Children children;

    @Autowired
    NetworkMembers network;

    @Autowired
    Involvements involvements;

    @Autowired
    FamilyPlans plans;

    @Autowired
    RecordEntries entries;

    @Autowired
    FamilyRestrictions restrictions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Work work;

    String family;

    @BeforeEach
    void a_family_with_whom_amina_works() {
        family = families.create("north").id();
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
    }

    @Test
    void names_nobody_in_title_and_heading_but_shows_the_people_and_what_is_to_be_noticed_about_them() {
        children.create(family, new NewChild("Robin", "Madeup", LocalDate.of(2019, 3, 5), null, "F", null, null));
        var mother = network.add(family, new NewNetworkMember("Sky", "Madeup", "mother", true, null, null, null, null));
        network.recordSafeContact(mother.id(), "telephone", null, true);

        String page = page();

        assertThat(page)
                .contains("<title>Family " + family + " – Family Pathways</title>", ">Family " + family + "</h1>")
                .contains("Robin Madeup", "5 March 2019", "Female")
                .contains("Sky Madeup, mother", "Holds parental responsibility", "Contact separately", "Telephone")
                .contains("Amina Khan", "Social worker");
    }

    @Test
    void a_family_of_others_and_a_family_that_does_not_exist_are_the_same_page() {
        var nina = signedIn.as("nina.shaw");

        var others = nina.send(nina.request("/families/" + family).header("Accept", "text/html"));
        var none = nina.send(nina.request("/families/F-999999").header("Accept", "text/html"));

        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(withoutTokens(others.body()))
                .isEqualTo(withoutTokens(none.body()))
                .contains("<h1", "Page not found")
                .doesNotContain("F-");
    }

    @Test
    void a_restricted_family_is_there_for_named_people_only_and_says_so() {
        work.as("tom.reid").signedIn(() -> {
            restrictions.restrict(family, "A parent works here.", Set.of("tom.reid", "ruth.king"));
            return true;
        });

        assertThat(signedIn.as("amina.khan").get("/families/" + family).statusCode())
                .isEqualTo(404);
        assertThat(signedIn.as("tom.reid").get("/families/" + family).body()).contains("This family is restricted");
    }

    @Test
    void every_look_is_logged() {
        page();

        assertThat(jdbc.sql("select account_id, what from read_log where family_id = ?")
                        .param(family)
                        .query()
                        .singleRow())
                .containsEntry("account_id", "amina.khan")
                .containsEntry("what", "record");
    }

    @Test
    void an_entry_shows_each_question_with_its_answer_in_words() {
        String form = "child-protection-enquiry.make-enquiry";
        int version = jdbc.sql("select max(version_) from act_re_camformdef where key_ = ?")
                .param(form)
                .query(Integer.class)
                .single();
        entries.keep(new Submission(
                "child-protection-enquiry",
                null,
                null,
                "userTask_makeEnquiry",
                form,
                version,
                family,
                null,
                null,
                "amina.khan",
                Map.of("childrenSeen", "seen-not-alone", "findings", "First line\nsecond <b>line</b>")));

        assertThat(page())
                .contains("Make enquiry", "Have you seen every child?", "Yes, but not each alone")
                .contains("First line\nsecond &lt;b&gt;line&lt;/b&gt;")
                .doesNotContain("seen-not-alone");
    }

    @Test
    void plans_show_their_actions_and_where_they_stand() {
        plans.record(
                family,
                "a case",
                LocalDate.of(2026, 11, 22),
                "We look after each other.",
                List.of(new NewAction("Take Robin to school", null, "Grandad", LocalDate.of(2026, 12, 1))));

        assertThat(page())
                .contains("Plan agreed on 22 November 2026", "We look after each other.")
                .contains("Take Robin to school", "Grandad", "1 December 2026", "Open");
    }

    @Test
    void a_case_shows_what_is_to_be_done_what_is_due_and_what_was_written_with_the_names_that_its_model_gives() {
        String referral = work.as("sam.lee")
                .start(
                        "referral",
                        Map.ofEntries(
                                Map.entry("dangerNow", "no"),
                                Map.entry("receivedOn", "2026-11-23"),
                                Map.entry("firstName", "Robin"),
                                Map.entry("lastName", "Madeup-" + family),
                                Map.entry("born", "born"),
                                Map.entry("birthDate", "2018-05-04"),
                                Map.entry("sex", "U"),
                                Map.entry("area", "north"),
                                Map.entry("sourceCode", "5A"),
                                Map.entry("primaryNeed", "N4"),
                                Map.entry("worry", "Robin comes to school hungry."),
                                Map.entry("thresholdClear", "no")));
        work.runJobs(referral);
        String referred = jdbc.sql("select family_id from record_entry where process_instance_id = ?")
                .param(referral)
                .query(String.class)
                .single();

        assertThat(signedIn.as("grace.obi").get("/families/" + referred).body())
                .contains("Open pathways", "Make multi-agency checks", "Front door officer")
                .contains("Contact received", "Sam Lee", "When did the contact arrive?", "23 November 2026")
                .contains("About Robin Madeup-" + family, "Robin comes to school hungry.")
                .contains("What happened", "Timescales", "Who was told");
    }

    private String page() {
        var answer = signedIn.as("amina.khan").get("/families/" + family);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("value=\"[^\"]*\"", "");
    }
}
