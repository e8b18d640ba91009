package org.familypathways.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.familypathways.access.PracticeRole;
import org.familypathways.record.Children;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewChild;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class FamilyPeopleTest {

    private static final Map<String, String> GRANDMOTHER = Map.of(
            "firstName", "Rose",
            "lastName", "Example",
            "relation", "grandmother",
            "invited", "yes",
            "email", "rose@example.org",
            "safeContact", "email");

    @Autowired
    Families families;

    @Autowired
    Children children;

    @Autowired
    NetworkMembers network;

    @Autowired
    Involvements involvements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignedIn signedIn;

    String family;
    SignedIn.Browser amina;

    @BeforeEach
    void a_family_with_whom_amina_works() {
        family = families.create("north").id();
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        amina = signedIn.as("amina.khan");
    }

    @Test
    void a_person_is_added_with_how_they_are_reached_safely() {
        var answer = amina.post("/families/" + family + "/people/new", GRANDMOTHER);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(network.ofFamily(family))
                .extracting(NetworkMember::displayName, NetworkMember::safeContact, NetworkMember::invited)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Rose Example", "email", true));
        assertThat(amina.get("/families/" + family).body())
                .contains("The person was added", "Rose Example, grandmother", "Add person");
    }

    @Test
    void each_fault_is_said_at_its_field_and_what_was_typed_stays() {
        var typed = new HashMap<>(GRANDMOTHER);
        typed.putAll(Map.of("firstName", "", "email", "<script>alert(1)</script>", "telephone", "0113"));

        var answer = amina.post("/families/" + family + "/people/new", typed);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("<title>Error: ", "href=\"#firstName\"", "Enter a first name.", "Enter an e-mail address")
                .contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\"", "value=\"0113\"")
                .doesNotContain("<script>alert");
        assertThat(network.ofFamily(family)).isEmpty();
    }

    @Test
    void a_way_of_contact_is_only_safe_when_it_leads_somewhere() {
        var typed = new HashMap<>(GRANDMOTHER);
        typed.put("safeContact", "letter");

        assertThat(amina.post("/families/" + family + "/people/new", typed).body())
                .contains("Enter an address, because a letter is the safe way.");
    }

    @Test
    void a_change_keeps_what_was_there_before_on_record() {
        var mother = mother();
        var typed = typedFor(mother);
        typed.putAll(Map.of("relation", "aunt <script>alert(1)</script>", "excludedBecause", "She threatened Robin."));

        assertThat(amina.post(address(mother), typed).statusCode()).isEqualTo(302);

        var changed = network.find(mother.id()).orElseThrow();
        assertThat(changed.relation()).startsWith("aunt");
        assertThat(changed.excludedBecause()).isEqualTo("She threatened Robin.");
        assertThat(changed.invited()).isFalse();
        assertThat(amina.get("/families/" + family).body())
                .contains("Change person", "(before: mother)", "aunt &lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void nobody_overwrites_what_somebody_else_has_just_changed() {
        var mother = mother();
        var opened = typedFor(mother);
        network.recordSafeContact(mother.id(), "in-person", null, true);
        opened.put("relation", "aunt");

        var answer = amina.post(address(mother), opened);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Somebody else has changed this person", "value=\"aunt\"");
        assertThat(network.find(mother.id()).orElseThrow().separateContact()).isTrue();
    }

    @Test
    void a_person_who_is_no_part_of_the_network_any_more_is_gone_with_a_reason() {
        var mother = mother();
        assertThat(amina.get(address(mother) + "/end").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select why from read_log where family_id = ? and what = 'person'")
                        .param(family)
                        .query(String.class)
                        .list())
                .containsExactly("opened person %s to end their part in the network".formatted(mother.id()));

        assertThat(amina.post(address(mother) + "/end", Map.of()).body()).contains("Say why this person");
        assertThat(network.ofFamily(family)).hasSize(1);
        assertThat(amina.post(address(mother) + "/end", Map.of("reason", "She has died."))
                        .statusCode())
                .isEqualTo(302);

        assertThat(network.ofFamily(family)).isEmpty();
        assertThat(amina.get(address(mother)).statusCode()).isEqualTo(404);
        assertThat(amina.get("/families/" + family).body()).contains("End person", "She has died.");
    }

    @Test
    void names_never_reach_the_engine() {
        var typed = new HashMap<>(GRANDMOTHER);
        typed.put("lastName", "Sentinel-Numbat");
        amina.post("/families/" + family + "/people/new", typed);

        assertThat(jdbc.sql("""
                        select (select count(*) from act_ru_variable where text_ like '%Numbat%')
                             + (select count(*) from act_hi_varinst where text_ like '%Numbat%')
                        """).query(Integer.class).single()).isZero();
    }

    @Test
    void a_child_is_added_and_a_child_without_a_name_gets_one() {
        var unnamed = children.create(family, new NewChild(null, null, null, null, null, "LA-" + family, null));

        assertThat(amina.post("/families/" + family + "/children/new", child("Robin", "5", "3", "2019"))
                        .statusCode())
                .isEqualTo(302);
        var typed = child("Sam", "6", "4", "2020");
        typed.put("seen", seen("/families/" + family + "/children/" + unnamed.id()));
        assertThat(amina.post("/families/" + family + "/children/" + unnamed.id(), typed)
                        .statusCode())
                .isEqualTo(302);

        assertThat(children.ofFamily(family))
                .extracting(org.familypathways.record.Child::displayName)
                .containsExactly("Robin " + family, "Sam " + family);
        assertThat(children.find(unnamed.id()).orElseThrow().authorityChildId()).isEqualTo("LA-" + family);
    }

    @Test
    void a_child_needs_a_name_and_a_possible_date() {
        assertThat(amina.post("/families/" + family + "/children/new", Map.of()).body())
                .contains("Enter a name.", "Enter the date of birth, or the expected date");
        assertThat(amina.post("/families/" + family + "/children/new", child("Robin", "5", "3", "1919"))
                        .body())
                .contains("in the last 26 years");
        assertThat(amina.post("/families/" + family + "/children/new", child("Robin", "30", "2", "2019"))
                        .body())
                .contains("must be a real day");
    }

    @Test
    void the_same_child_is_not_added_twice_and_a_hidden_one_is_not_betrayed() {
        amina.post("/families/" + family + "/children/new", child("Robin", "5", "3", "2019"));
        String name = family;
        assertThat(amina.post("/families/" + family + "/children/new", child("Robin", "5", "3", "2019"))
                        .body())
                .contains("on record in this family already");

        String other = families.create("north").id();
        involvements.begin(other, "amina.khan", PracticeRole.SOCIAL_WORKER);
        var again = child("Robin", "5", "3", "2019");
        again.put("lastName", name);
        assertThat(amina.post("/families/" + other + "/children/new", again).body())
                .contains("in family " + family);

        String ofNina = families.create("south").id();
        involvements.begin(ofNina, "nina.shaw", PracticeRole.SOCIAL_WORKER);
        assertThat(signedIn.as("nina.shaw")
                        .post("/families/" + ofNina + "/children/new", again)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void the_summary_of_what_is_wrong_leads_to_the_first_field_of_a_date() {
        String page = amina.post("/families/" + family + "/children/new", child("Robin", "31", "2", "2019"))
                .body();

        assertThat(page)
                .contains("href=\"#birthDate\"", "The date of birth must be a real day.")
                .containsPattern("<input[^>]* id=\"birthDate\" name=\"birthDate-day\" value=\"31\"");
    }

    @Test
    void to_others_the_pages_are_not_there() {
        var mother = mother();
        var child = children.create(family, new NewChild("Robin", family, null, null, null, null, null));
        var nina = signedIn.as("nina.shaw");

        for (String page : java.util.List.of(
                "/people/new",
                "/people/" + mother.id(),
                "/people/" + mother.id() + "/end",
                "/children/new",
                "/children/" + child.id())) {
            assertThat(nina.get("/families/" + family + page).statusCode())
                    .as(page)
                    .isEqualTo(404);
            assertThat(nina.post("/families/" + family + page, GRANDMOTHER).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
        // nor through a family of her own
        String own = families.create("south").id();
        involvements.begin(own, "nina.shaw", PracticeRole.SOCIAL_WORKER);
        assertThat(nina.get("/families/" + own + "/people/" + mother.id()).statusCode())
                .isEqualTo(404);
        assertThat(nina.get("/families/" + own + "/children/" + child.id()).statusCode())
                .isEqualTo(404);
        assertThat(network.ofFamily(family)).containsExactly(mother);
    }

    private NetworkMember mother() {
        return network.add(family, new NewNetworkMember("Sky", "Madeup", "mother", true, null, null, null, null));
    }

    private HashMap<String, String> typedFor(NetworkMember person) {
        return new HashMap<>(Map.of(
                "firstName", person.firstName(),
                "lastName", person.lastName(),
                "relation", person.relation(),
                "parentalResponsibility", "yes",
                "invited", "yes",
                "safeContact", "unknown",
                "seen", seen(address(person))));
    }

    private String seen(String page) {
        var found = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"")
                .matcher(amina.get(page).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HashMap<String, String> child(String firstName, String day, String month, String year) {
        return new HashMap<>(Map.of(
                "firstName", firstName,
                "lastName", family,
                "birthDate-day", day,
                "birthDate-month", month,
                "birthDate-year", year,
                "sex", "F"));
    }

    private String address(NetworkMember person) {
        return "/families/" + family + "/people/" + person.id();
    }
}
