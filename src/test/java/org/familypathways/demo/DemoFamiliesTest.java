package org.familypathways.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.familypathways.home.OpenTask;
import org.familypathways.home.OpenTasks;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class DemoFamiliesTest {

    @Autowired
    DemoFamilies demo;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignedIn signedIn;

    @BeforeEach
    void they_are_made_at_first_start() {
        demo.make();
    }

    @Test
    void they_are_made_once_however_often_the_application_starts() {
        var before = familyIds();

        demo.make();

        assertThat(familyIds()).isEqualTo(before).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void everybody_finds_something_to_do() {
        assertThat(tasksOf("sam.lee")).contains("Make multi-agency checks");
        assertThat(tasksOf("grace.obi")).contains("Decide the outcome of the referral");
        assertThat(tasksOf("tom.reid")).contains("Hold the strategy discussion");
        assertThat(tasksOf("amina.khan")).contains("Make the section 47 enquiry", "Share the report with the family");
        assertThat(tasksOf("helen.ward"))
                .contains("Prepare the family for the conference", "Hold the initial conference");
        assertThat(tasksOf("maria.silva")).contains("Check the safety of contact with the person");
        assertThat(tasksOf("ben.cole")).contains("Make the offer to the person", "Hold the baseline meeting");
        assertThat(tasksOf("raj.patel")).contains("Send the decisions to everybody invited");
    }

    @Test
    void one_has_a_plan_of_its_own() {
        assertThat(signedIn.as("amina.khan")
                        .get("/families/" + family("DEMO10"))
                        .body())
                .contains("We share the afternoons", "Basil Imaginary", "breakfast club", "Ben Cole")
                .doesNotContain(">ben.cole<");
    }

    @Test
    void every_page_of_such_an_installation_says_that_nobody_in_it_exists() {
        assertThat(signedIn.as("amina.khan").get("/families").body())
                .contains("Everybody in this installation is made up");
    }

    @Test
    void the_restricted_one_is_seen_by_its_named_people_only() {
        String restricted = family("DEMO7");

        assertThat(signedIn.as("joe.marsh").get("/families/" + restricted).body())
                .contains("This family is restricted");
        assertThat(signedIn.as("nina.shaw").get("/families/" + restricted).statusCode())
                .isEqualTo(404);
    }

    private List<String> tasksOf(String accountId) {
        return openTasks.next(accountId, 1000).stream()
                .filter(task -> familyIds().contains(task.familyId()))
                .map(OpenTask::name)
                .toList();
    }

    private List<String> familyIds() {
        return jdbc.sql("select family_id from child where authority_child_id like 'DEMO%' order by family_id")
                .query(String.class)
                .list();
    }

    private String family(String childNumber) {
        return jdbc.sql("select family_id from child where authority_child_id = ?")
                .param(childNumber)
                .query(String.class)
                .single();
    }
}
