package org.familypathways.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.record.Children;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewChild;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.SignedIn.Browser;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class FamilySearchTest {

    @Autowired
    Families families;

    @Autowired
    Children children;

    @Autowired
    NetworkMembers network;

    @Autowired
    Involvements involvements;

    @Autowired
    FamilyRestrictions restrictions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Work work;

    String family;
    String lastName;

    @BeforeEach
    void a_family_with_whom_amina_works() {
        lastName = "Madeup-" + UUID.randomUUID();
        family = families.create("north").id();
        children.create(family, new NewChild("Robin", lastName, LocalDate.of(2019, 3, 5), null, "F", null, null));
        network.add(family, new NewNetworkMember("Sky", "Other-" + lastName, "mother", true, null, null, null, null));
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
    }

    @Test
    void workers_find_their_families_by_reference_and_by_how_names_begin_in_any_order() {
        var amina = signedIn.as("amina.khan");

        assertThat(search(amina, family.toLowerCase())).contains("1 family", family, "Robin " + lastName, "North");
        assertThat(search(amina, lastName.toUpperCase() + " rob")).contains(family, "/families/" + family + "\"");
        assertThat(search(amina, "sky other-" + lastName)).contains(family);
        assertThat(search(amina, "Sky " + lastName)).contains("No family was found");
        assertThat(search(amina, "%")).contains("No family was found");
    }

    @Test
    void nobody_else_finds_them_but_the_front_door_which_reads_no_record_for_that() {
        assertThat(search(signedIn.as("nina.shaw"), family)).contains("No family was found");

        assertThat(search(signedIn.as("sam.lee"), lastName))
                .contains(family, "Robin " + lastName)
                .doesNotContain("/families/" + family);
        assertThat(signedIn.as("sam.lee").get("/families/" + family).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_restricted_family_is_found_by_named_people_only() {
        work.as("tom.reid").signedIn(() -> {
            restrictions.restrict(family, "A parent works here.", Set.of("tom.reid", "ruth.king"));
            return true;
        });

        assertThat(search(signedIn.as("sam.lee"), lastName)).contains("No family was found");
        assertThat(search(signedIn.as("grace.obi"), family)).contains("No family was found");
        assertThat(search(signedIn.as("amina.khan"), family)).contains("No family was found");
        assertThat(search(signedIn.as("tom.reid"), family)).contains("1 family");
    }

    @Test
    void every_search_is_logged_with_what_was_looked_for_and_stays_out_of_addresses() {
        var answer = signedIn.as("amina.khan").post("/families", Map.of("words", lastName));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/families"));
        search(signedIn.as("sam.lee"), lastName);
        assertThat(jdbc.sql("select why from read_log where account_id = 'sam.lee' and what = ?")
                        .param("search for families: " + lastName)
                        .query(String.class)
                        .list())
                .containsExactly("front door: is this child on record?");
    }

    @Test
    void many_families_come_in_pages() {
        for (int i = 0; i < 21; i++) {
            String another = families.create("north").id();
            children.create(another, new NewChild("Robin", lastName, null, null, "F", null, null));
        }
        var tom = signedIn.as("tom.reid");

        assertThat(search(tom, lastName)).contains("22 families", "Page 1 of 2").doesNotContain(family);
        assertThat(tom.get("/families?page=2").body()).contains("Page 2 of 2", family);
    }

    private static String search(Browser browser, String words) {
        assertThat(browser.post("/families", Map.of("words", words)).statusCode())
                .isEqualTo(302);
        var page = browser.get("/families");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }
}
