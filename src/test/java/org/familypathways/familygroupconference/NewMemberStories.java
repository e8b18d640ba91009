package org.familypathways.familygroupconference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.familypathways.familygroupconference.ConferenceJourney.COORDINATOR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.record.NetworkMember;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A part of {@link FamilyGroupConferenceTest}: the family brings in more people while the conference is prepared. */
abstract class NewMemberStories extends ConferenceStories {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @Autowired
    private SignedIn signedIn;

    @Test
    void is_visited_like_everybody_else_and_invited_afterwards() {
        var conference = inPreparation();
        String aunt = add(conference, "Rose", true);

        var visit = conference.tasks("prepareNewMember");
        assertThat(visit).extracting(Task::getAssignee).containsExactly(COORDINATOR);
        assertThat(conference.about(visit.get(0))).isEqualTo(aunt);
        assertThat(clocks.running("new-member-prepared", conference.instance())
                        .map(clock -> clock.subject().personId()))
                .as("a clock of their own")
                .contains(aunt);

        conference.everybodyIsPrepared().dayIsArranged(TODAY.plusDays(3));
        assertThat(conference.openTasks()).as("the conference waits").containsExactly("prepareNewMember");
        assertThat(conference.told("conference-invitation")).isEmpty();

        conference.prepare(visit.get(0), "yes", Map.of());
        assertThat(conference.openTasks()).containsExactly("holdConference");
        assertThat(conference.told("conference-invitation")).contains(aunt);
        assertThat(clocks.running("new-member-prepared", conference.instance())).isEmpty();
    }

    @Test
    void is_kept_away_when_it_would_not_be_safe() {
        var conference = inPreparation();
        String uncle = add(conference, "Rob", true);

        conference.prepare(
                conference.tasks("prepareNewMember").get(0),
                "excluded",
                Map.of("whyExcluded", "A court order forbids it"));
        conference.everybodyIsPrepared().dayIsArranged(TODAY.plusDays(3));

        assertThat(conference.told("conference-invitation")).doesNotContain(uncle);
        assertThat(people.find(uncle).map(NetworkMember::excludedBecause)).contains("A court order forbids it");
    }

    @Test
    void gets_one_visit_each_and_never_a_second_one() {
        var conference = inPreparation();
        var newcomers = Set.of(add(conference, "Rose", true), add(conference, "Rob", true));
        change(conference, newcomers.iterator().next());

        assertThat(conference.tasks("prepareNewMember").stream()
                        .map(conference::about)
                        .collect(Collectors.toSet()))
                .isEqualTo(newcomers);
        assertThat(conference.tasks("prepareNewMember")).hasSize(2);

        conference.tasks("prepareNewMember").forEach(task -> conference.prepare(task, "yes", Map.of()));
        newcomers.forEach(person -> change(conference, person));
        assertThat(conference.tasks("prepareNewMember")).isEmpty();
    }

    @Test
    void gets_none_when_the_family_does_not_want_them_there() {
        var conference = inPreparation();

        add(conference, "Rob", false);

        assertThat(conference.tasks("prepareNewMember")).isEmpty();
    }

    @Test
    void gets_theirs_with_all_the_others_when_the_visits_have_not_begun() {
        var conference = journey.begin().referralIsAccepted().coordinatorIsAllocated();
        String aunt = add(conference, "Rose", true);

        conference.baselineMeetingIsHeld().socialWorkerReports();

        assertThat(conference.tasks("prepareNewMember")).isEmpty();
        assertThat(conference.tasks("prepareNetworkMember"))
                .hasSize(3)
                .extracting(conference::about)
                .contains(aunt);
    }

    @Test
    void may_be_a_child_who_is_seen_and_offered_an_advocate() {
        var conference = inPreparation();

        var answer = signedIn.as(COORDINATOR)
                .post(
                        "/families/" + conference.familyId() + "/children/new",
                        Map.of(
                                "firstName", "Robin",
                                "lastName", "Testington " + conference.familyId(),
                                "birthDate-day", "5",
                                "birthDate-month", "3",
                                "birthDate-year", "2019",
                                "sex", "U"));

        assertThat(answer.statusCode()).isEqualTo(302);
        var visit = conference.tasks("prepareNewChild");
        assertThat(visit).extracting(Task::getAssignee).containsExactly(COORDINATOR);
        conference.everybodyIsPrepared().dayIsArranged(TODAY.plusDays(3));
        assertThat(conference.openTasks()).as("the conference waits").containsExactly("prepareNewChild");

        conference.prepareChild(visit.get(0));
        assertThat(conference.openTasks()).containsExactly("holdConference");
        assertThat(clocks.running("advocate-offered", conference.instance())).isEmpty();
    }

    private ConferenceJourney.Case inPreparation() {
        return journey.begin()
                .referralIsAccepted()
                .coordinatorIsAllocated()
                .baselineMeetingIsHeld()
                .socialWorkerReports();
    }

    private String add(ConferenceJourney.Case conference, String firstName, boolean invited) {
        var before = references(conference);
        assertThat(signedIn.as(COORDINATOR)
                        .post("/families/" + conference.familyId() + "/people/new", form(firstName, invited))
                        .statusCode())
                .isEqualTo(302);
        return references(conference).stream()
                .filter(person -> !before.contains(person))
                .findFirst()
                .orElseThrow();
    }

    private void change(ConferenceJourney.Case conference, String person) {
        var browser = signedIn.as(COORDINATOR);
        String place = "/families/" + conference.familyId() + "/people/" + person;
        var seen = SEEN.matcher(browser.get(place).body());
        assertThat(seen.find()).isTrue();
        var form = new HashMap<>(form("Changed", true));
        form.put("seen", seen.group(1));
        assertThat(browser.post(place, form).statusCode()).isEqualTo(302);
    }

    private static Map<String, String> form(String firstName, boolean invited) {
        var form = new HashMap<>(Map.of("firstName", firstName, "lastName", "Testington", "relation", "relative"));
        if (invited) {
            form.put("invited", "yes");
        }
        return form;
    }

    private List<String> references(ConferenceJourney.Case conference) {
        return people.ofFamily(conference.familyId()).stream()
                .map(NetworkMember::id)
                .toList();
    }
}
