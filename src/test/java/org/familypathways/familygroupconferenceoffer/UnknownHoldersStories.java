package org.familypathways.familygroupconferenceoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.familypathways.familygroupconferenceoffer.OfferJourney.ADMINISTRATOR;

import java.util.List;
import java.util.Map;
import org.familypathways.engine.SubmissionRefused;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.NewNetworkMember;
import org.junit.jupiter.api.Test;

/** A part of {@link FamilyGroupConferenceOfferTest}: nobody on record could be asked. */
abstract class UnknownHoldersStories extends OfferStories {

    @Test
    void somebody_finds_out_who_must_be_asked_before_a_family_of_the_census_is_offered_anything() {
        journey.beginsBy(
                "initial-conference-held",
                Map.of("trigger", "census-import", "conferenceHeldOn", "2026-02-20", "planMade", false));
        assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_recordHolders");

        work.as(ADMINISTRATOR)
                .complete(
                        journey.offer,
                        "userTask_recordHolders",
                        Map.of(
                                "holders",
                                List.of(
                                        Map.of(
                                                "firstName",
                                                "Ada",
                                                "lastName",
                                                "Field",
                                                "relation",
                                                "mother",
                                                "parentalResponsibility",
                                                true,
                                                "email",
                                                "ada@example.org",
                                                "safeContact",
                                                "email"),
                                        Map.of("firstName", "Cy", "lastName", "Field", "relation", "uncle")),
                                "howKnown",
                                "Birth certificate"));

        assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_checkContact");
        assertThat(network.ofFamily(journey.familyId))
                .extracting(NetworkMember::displayName, NetworkMember::parentalResponsibility)
                .containsExactly(tuple("Ada Field", true), tuple("Cy Field", false));
    }

    @Test
    void who_is_on_record_already_is_not_recorded_twice() {
        network.add(journey.familyId, new NewNetworkMember("Ada", "Field", "mother", false, null, null, null, null));
        journey.initialConferenceHeld();

        work.as(ADMINISTRATOR)
                .complete(
                        journey.offer,
                        "userTask_recordHolders",
                        Map.of(
                                "holders",
                                List.of(Map.of(
                                        "firstName",
                                        "ada ",
                                        "lastName",
                                        "Field",
                                        "relation",
                                        "mother",
                                        "parentalResponsibility",
                                        true)),
                                "howKnown",
                                "Birth certificate"));

        assertThat(network.ofFamily(journey.familyId))
                .extracting(NetworkMember::displayName, NetworkMember::parentalResponsibility)
                .containsExactly(tuple("Ada Field", true));
    }

    @Test
    void a_list_in_which_nobody_holds_it_is_refused() {
        journey.initialConferenceHeld();

        assertThatThrownBy(() -> work.as(ADMINISTRATOR)
                        .complete(
                                journey.offer,
                                "userTask_recordHolders",
                                Map.of(
                                        "holders",
                                        List.of(Map.of("firstName", "Cy", "lastName", "Field", "relation", "uncle")),
                                        "howKnown",
                                        "The school said so")))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessageStartingWith("Tick for at least one person");
        assertThat(network.ofFamily(journey.familyId)).isEmpty();
        assertThat(work.openTaskKeys(journey.offer)).containsExactly("userTask_recordHolders");
    }
}
