package org.familypathways.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.familypathways.access.AreasChanged;
import org.familypathways.access.FamilyTeams;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Team;
import org.familypathways.access.TeamKind;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The teams that serve a family follow its area, or are chosen for it with a reason; open tasks follow. */
@ApplicationTest
class FamilyTeamsPageTest {

    @Autowired
    SignedIn signedIn;

    @Autowired
    Families families;

    @Autowired
    FamilyTeams familyTeams;

    @Autowired
    Involvements involvements;

    @Autowired
    PathwayStarts pathways;

    @Autowired
    Work work;

    @Autowired
    ApplicationEventPublisher events;

    private String family;
    private String task;
    private SignedIn.Browser tom;

    @BeforeEach
    void a_family_of_the_north_with_an_open_task() {
        family = families.create("north").id();
        String offer = pathways.begin("family-group-conference", family, Map.of("familyId", family));
        task = "/engine-rest/task/" + work.task(offer, "userTask_checkReferral").getId();
        tom = signedIn.as("tom.reid");
    }

    @Test
    void a_family_that_moves_is_served_by_the_teams_of_its_new_area_and_the_record_says_why() {
        assertThat(tom.get(page("")).body()).contains(page("/teams"));
        assertThat(tom.get(page("/teams")).body()).contains("Case team North", "South");

        assertThat(tom.post(page("/teams/area"), Map.of("area", "south", "whyArea", "Moved <b>house</b>"))
                        .headers()
                        .firstValue("Location"))
                .as("tom does not see it any more")
                .hasValueSatisfying(place -> assertThat(place).endsWith("/families"));

        assertThat(tom.get(page("")).statusCode()).isEqualTo(404);
        assertThat(familyTeams.teamOf(family, TeamKind.CASE_TEAM).map(Team::id)).contains("case-team-south");
        assertThat(signedIn.as("joe.marsh").get(page("")).body())
                .contains("Change area", "south (before: north)", "Moved &lt;b&gt;house", "Area South");
        assertThat(signedIn.as("maria.silva").get(task).statusCode()).isEqualTo(200);
    }

    @Test
    void another_team_takes_over_with_a_reason_and_stays_when_areas_change() {
        var ruth = signedIn.as("ruth.king");
        assertThat(ruth.post(page("/teams/team"), Map.of("team", "fgc-area-south"))
                        .body())
                .contains("Say why.");
        assertThat(ruth.post(page("/teams/team"), Map.of("team", "nowhere", "whyTeam", "x"))
                        .body())
                .contains("Choose a team that does not serve the family yet.");

        assertThat(ruth.post(page("/teams/team"), Map.of("team", "fgc-area-south", "whyTeam", "North is full"))
                        .statusCode())
                .isEqualTo(302);
        events.publishEvent(new AreasChanged());

        assertThat(familyTeams.teamOf(family, TeamKind.FGC_AREA).map(Team::id)).contains("fgc-area-south");
        assertThat(familyTeams.teamOf(family, TeamKind.CASE_TEAM).map(Team::id)).contains("case-team-north");
        assertThat(ruth.get(page("")).body()).contains("Change team", "North is full");
    }

    @Test
    void whoever_does_not_answer_for_the_case_does_not_change_its_teams() {
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        for (String step : java.util.List.of("/teams/area", "/teams/team")) {
            var form = Map.of("area", "south", "team", "fgc-area-south", "whyArea", "x", "whyTeam", "x");
            assertThat(signedIn.as("amina.khan").post(page(step), form).statusCode())
                    .isEqualTo(403);
            assertThat(signedIn.as("joe.marsh").post(page(step), form).statusCode())
                    .isEqualTo(404);
            assertThat(signedIn.as("alex.admin").post(page(step), form).statusCode())
                    .isEqualTo(404);
        }
        assertThat(familyTeams.teamOf(family, TeamKind.CASE_TEAM).map(Team::id)).contains("case-team-north");
    }

    private String page(String address) {
        return "/families/" + family + address;
    }
}
