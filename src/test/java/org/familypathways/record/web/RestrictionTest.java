package org.familypathways.record.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.familypathways.access.FamilyConflicts;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class RestrictionTest {

    private static final Map<String, String> RESTRICT = Map.of(
            "reason", "A parent works <script>alert(1)</script> here.", "named", "tom.reid", "others", "helen.ward, ");

    @Autowired
    Families families;

    @Autowired
    Involvements involvements;

    @Autowired
    FamilyRestrictions restrictions;

    @Autowired
    FamilyConflicts conflicts;

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
    void a_team_manager_restricts_the_family_to_named_people_and_lifts_it_again() {
        var tom = signedIn.as("tom.reid");
        assertThat(tom.get(address()).body()).contains("Amina Khan", "Tom Reid", "Restrict the family");

        assertThat(tom.post(address(), RESTRICT).statusCode()).isEqualTo(302);

        assertThat(restrictions.namedPeople(family)).contains(Set.of("tom.reid", "helen.ward"));
        assertThat(signedIn.as("amina.khan").get("/families/" + family).statusCode())
                .isEqualTo(404);
        assertThat(tom.get(address()).body())
                .contains("Helen Ward", "A parent works &lt;script&gt;", "Lift the restriction")
                .doesNotContain("<script>alert", "Name one more person");

        assertThat(tom.post(address() + "/lift", Map.of("liftReason", "")).body())
                .contains("Say why the restriction is lifted.");
        assertThat(tom.post(address() + "/lift", Map.of("liftReason", "She has left."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(signedIn.as("amina.khan").get("/families/" + family).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_reason_and_two_people_who_work_here_are_needed() {
        var tom = signedIn.as("tom.reid");

        assertThat(tom.post(address(), Map.of()).body())
                .contains("Say why this family is to be restricted.", "Name at least two people");
        assertThat(tom.post(address(), Map.of("reason", "x", "named", "tom.reid", "others", "no.body"))
                        .body())
                .contains("Nobody with the account no.body works here.");
        assertThat(restrictions.isRestricted(family)).isFalse();
    }

    @Test
    void a_service_manager_names_one_more_person_at_any_time_and_sees_no_more_than_who_is_named() {
        restrict();
        var ruth = signedIn.as("ruth.king");

        assertThat(ruth.get("/families/" + family).statusCode()).isEqualTo(404);
        assertThat(ruth.get(address()).body())
                .contains("Tom Reid", "Name one more person")
                .doesNotContain("A parent works here.");
        assertThat(ruth.post(address() + "/people", Map.of("person", "no.body")).body())
                .contains("Nobody with the account no.body works here.");
        assertThat(ruth.post(address() + "/people", Map.of("person", "amina.khan"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(signedIn.as("amina.khan").get("/families/" + family).statusCode())
                .isEqualTo(200);
        assertThat(signedIn.as("tom.reid")
                        .post(address() + "/people", Map.of("person", "helen.ward"))
                        .body())
                .contains("Only a service manager may do this.");
    }

    @Test
    void somebody_is_taken_off_the_restriction_and_others_are_named_and_the_record_says_who_could_see_it() {
        restrict();
        var tom = signedIn.as("tom.reid");
        assertThat(tom.get(address()).body())
                .contains("Name other people", "value=\"helen.ward tom.reid\"")
                .containsPattern("value=\"helen.ward\"\\s+checked")
                .doesNotContainPattern("value=\"amina.khan\"\\s+checked");

        var kept = tom.post(address() + "/change", change("tom.reid", "no.body", "She has <b>moved</b>."));
        assertThat(kept.statusCode()).isEqualTo(400);
        assertThat(kept.body())
                .contains("Nobody with the account no.body works here.", "She has &lt;b&gt;moved&lt;/b&gt;.")
                .containsPattern("value=\"tom.reid\"\\s+checked")
                .doesNotContainPattern("value=\"helen.ward\"\\s+checked");
        assertThat(restrictions.namedPeople(family)).contains(Set.of("tom.reid", "helen.ward"));

        assertThat(tom.post(address() + "/change", change("tom.reid", "raj.patel", "She has <b>moved</b>."))
                        .statusCode())
                .isEqualTo(302);

        assertThat(restrictions.namedPeople(family)).contains(Set.of("tom.reid", "raj.patel"));
        assertThat(signedIn.as("helen.ward").get("/families/" + family).statusCode())
                .isEqualTo(404);
        assertThat(tom.get(address()).body())
                .contains(
                        "A parent works here.",
                        "She has &lt;b&gt;moved&lt;/b&gt;.",
                        "Helen Ward (named by Tom Reid, ",
                        "Until changed or lifted by");
        tom.post(address() + "/lift", Map.of("liftReason", "The parent has left."));
        assertThat(tom.get(address()).body()).contains("The parent has left.", "Restrict the family");
        assertThat(signedIn.as("amina.khan").get("/families/" + family).body())
                .contains("Family restricted", "Named people changed", "Restriction lifted", "Helen Ward", "Raj Patel")
                .doesNotContain("A parent works here.", "moved", "The parent has left.");
    }

    @Test
    void whoever_changes_who_is_named_says_why_names_two_who_may_and_has_seen_who_is_named() {
        restrict();
        work.as("tom.reid").signedIn(() -> {
            conflicts.declareFor(family, "sam.lee", "They are related.");
            return true;
        });
        var tom = signedIn.as("tom.reid");

        assertThat(tom.post(address() + "/change", change("tom.reid", "", "")).body())
                .contains("Say why other people may see this family.", "Name at least two people");
        assertThat(tom.post(address() + "/change", change("tom.reid", "sam.lee", "Why"))
                        .body())
                .contains("sam.lee has a conflict of interest with this family.");
        work.as("ruth.king").signedIn(() -> {
            restrictions.add(family, "raj.patel");
            return true;
        });
        assertThat(tom.post(address() + "/change", change("tom.reid", "amina.khan", "Why"))
                        .body())
                .contains("Somebody else has changed who may see this family.");
        assertThat(signedIn.as("amina.khan")
                        .post(address() + "/change", change("amina.khan", "sam.lee", "Why"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(restrictions.namedPeople(family)).contains(Set.of("tom.reid", "helen.ward", "raj.patel"));
    }

    @Test
    void a_service_manager_who_is_not_named_changes_who_is_and_learns_nothing_else() {
        restrict();
        var ruth = signedIn.as("ruth.king");

        assertThat(ruth.get(address()).body())
                .contains("Name other people")
                .doesNotContain("Amina Khan", "A parent works here.", "named by");
        assertThat(ruth.post(address() + "/change", change("tom.reid", "nina.shaw", "Helen is away."))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/families"));

        assertThat(restrictions.namedPeople(family)).contains(Set.of("tom.reid", "nina.shaw"));
    }

    @Test
    void a_restriction_is_never_changed_but_that_it_ends() {
        restrict();

        for (String change : List.of(
                "update family_restriction set reason = 'none' where family_id = '%s'",
                "delete from family_restriction where family_id = '%s'",
                "delete from family_restriction_person where restriction_id in"
                        + " (select id from family_restriction where family_id = '%s')")) {
            assertThatThrownBy(() -> jdbc.sql(change.formatted(family)).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private static Map<String, String> change(String named, String others, String reason) {
        return Map.of("namedBefore", "helen.ward tom.reid", "named", named, "others", others, "changeReason", reason);
    }

    @Test
    void whoever_manages_nothing_may_not_and_others_find_nothing() {
        assertThat(signedIn.as("amina.khan").get(address()).statusCode()).isEqualTo(403);
        assertThat(signedIn.as("amina.khan").post(address(), RESTRICT).statusCode())
                .isEqualTo(403);
        assertThat(signedIn.as("joe.marsh").get(address()).statusCode()).isEqualTo(404);
        assertThat(signedIn.as("joe.marsh").post(address(), RESTRICT).statusCode())
                .isEqualTo(404);
        assertThat(signedIn.as("ruth.king")
                        .get("/families/F-999999/restriction")
                        .statusCode())
                .isEqualTo(404);
        assertThat(restrictions.isRestricted(family)).isFalse();
    }

    @Test
    void a_team_manager_who_is_not_named_cannot_lift_what_they_cannot_see() {
        work.as("ruth.king").signedIn(() -> {
            restrictions.restrict(family, "Tom's sister.", Set.of("ruth.king", "amina.khan"));
            return true;
        });

        assertThat(signedIn.as("tom.reid")
                        .post(address() + "/lift", Map.of("liftReason", "I want to see it."))
                        .statusCode())
                .isEqualTo(404);
        assertThat(restrictions.isRestricted(family)).isTrue();
    }

    private void restrict() {
        work.as("tom.reid").signedIn(() -> {
            restrictions.restrict(family, "A parent works here.", Set.of("tom.reid", "helen.ward"));
            return true;
        });
    }

    private String address() {
        return "/families/" + family + "/restriction";
    }
}
