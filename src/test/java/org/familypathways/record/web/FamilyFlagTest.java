package org.familypathways.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.familypathways.access.PracticeRole;
import org.familypathways.record.Children;
import org.familypathways.record.Families;
import org.familypathways.record.FamilyFlags;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewChild;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class FamilyFlagTest {

    private static final String ADVICE = "Give the address to nobody.";

    @Autowired
    Families families;

    @Autowired
    NetworkMembers network;

    @Autowired
    Children children;

    @Autowired
    Involvements involvements;

    @Autowired
    FamilyFlags flags;

    @Autowired
    SignedIn signedIn;

    String family;
    String mother;

    @BeforeEach
    void a_mother_with_whom_amina_works() {
        family = families.create("north").id();
        mother = network.add(
                        family,
                        new NewNetworkMember("Sky", "Madeup", "mother", true, null, null, null, "1 Usual Street"))
                .id();
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
    }

    @Test
    void a_manager_sets_a_warning_that_stands_on_the_familys_page_until_it_is_lifted() {
        var tom = signedIn.as("tom.reid");

        assertThat(tom.post(
                                "/families/" + family + "/flags",
                                Map.of("flag", "DA_SAFE_ADDRESS", "about", mother, "reason", "He looks for <her>."))
                        .statusCode())
                .isEqualTo(302);

        assertThat(signedIn.as("amina.khan").get("/families/" + family).body())
                .contains("because of domestic abuse: Sky Madeup", ADVICE, "He looks for &lt;her&gt;.");
        long flag = flags.ofFamily(family).get(0).id();
        assertThat(tom.post("/families/" + family + "/flags/lift", Map.of("lifted", "" + flag, "liftReason", ""))
                        .body())
                .contains("Say why this need not be heeded any more.");
        assertThat(tom.post("/families/" + family + "/flags/lift", Map.of("lifted", "" + flag, "liftReason", "Moved."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(signedIn.as("amina.khan").get("/families/" + family).body()).doesNotContain(ADVICE);
        assertThat(flags.ofFamily(family)).isEmpty();
    }

    @Test
    void it_keeps_the_usual_address_of_that_person_off_letters() {
        assertThat(flags.hidesAddressOf(family, mother)).isFalse();

        signedIn.as("tom.reid")
                .post(
                        "/families/" + family + "/flags",
                        Map.of("flag", "WITNESS_PROTECTION", "about", mother, "reason", "The police asked."));

        assertThat(flags.hidesAddressOf(family, mother)).isTrue();
        assertThat(flags.hidesAddressOf(family, "P-000000")).isFalse();
    }

    @Test
    void one_about_a_child_keeps_the_address_of_everybody_with_whom_they_can_be_found_off_letters() {
        String robin = children.create(
                        family, new NewChild("Robin", "Madeup", LocalDate.of(2018, 5, 4), null, "U", null, null))
                .id();

        signedIn.as("tom.reid")
                .post(
                        "/families/" + family + "/flags",
                        Map.of("flag", "DA_SAFE_ADDRESS", "about", robin, "reason", "His father looks for him."));

        assertThat(flags.hidesAddressOf(family, mother)).isTrue();
        assertThat(flags.letterLines(network.find(mother).orElseThrow())).isEmpty();
    }

    @Test
    void it_needs_a_manager_a_reason_and_somebody_of_the_family() {
        var address = "/families/" + family + "/flags";
        assertThat(signedIn.as("amina.khan").get(address).statusCode()).isEqualTo(403);
        assertThat(signedIn.as("joe.marsh").get(address).statusCode()).isEqualTo(404);
        var tom = signedIn.as("tom.reid");
        assertThat(tom.post(address, Map.of()).body())
                .contains("Choose what everybody must know.", "Say why everybody must know this.");
        assertThat(tom.post(address, Map.of("flag", "VIP", "about", "P-000000", "reason", "x"))
                        .body())
                .contains("Choose somebody of this family.");
        assertThat(flags.ofFamily(family)).isEmpty();
    }
}
