package org.familypathways.tasklist.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ReadyListsTest {

    @Autowired
    private ReadyLists lists;

    @Autowired
    private FilterService filters;

    @Autowired
    private SignedIn signedIn;

    @Test
    void everybody_finds_lists_of_their_own_of_the_week_and_of_each_pathway() {
        String found = signedIn.as("amina.khan")
                .get("/camunda/api/engine/engine/default/filter?maxResults=50")
                .body();

        assertThat(found)
                .contains(
                        "My tasks",
                        "My team’s tasks",
                        "Due this week",
                        "Overdue",
                        "Referral",
                        "Family Group Conference")
                .doesNotContain("Notification delivery");
    }

    @Test
    void every_list_answers_and_shows_the_reference_of_the_family() {
        var amina = signedIn.as("amina.khan");
        amina.get("/camunda/api/engine/engine/");

        for (Filter list : ready()) {
            var answer = amina.json(
                    "POST", "/camunda/api/engine/engine/default/filter/" + list.getId() + "/list?maxResults=9", "{}");
            assertThat(answer.statusCode()).as(list.getName()).isEqualTo(200);
            assertThat(list.getProperties()).containsEntry("refresh", true);
            assertThat(list.getProperties().get("variables")).hasToString("[{name=familyId, label=Family}]");
        }
    }

    @Test
    void a_start_makes_no_list_twice_and_leaves_what_an_administrator_changed() {
        // another test's pathway may have gone live since the application started
        lists.make();
        Filter overdue = named("Overdue");
        filters.saveFilter(overdue.setName("Late"));
        long before = filters.createFilterQuery().count();
        try {
            lists.make();

            assertThat(filters.createFilterQuery().count()).isEqualTo(before);
            assertThat(filters.getFilter(overdue.getId()).getName()).isEqualTo("Late");
        } finally {
            filters.saveFilter(filters.getFilter(overdue.getId()).setName("Overdue"));
        }
    }

    @Test
    void a_list_that_is_still_ours_follows_the_application() {
        Filter mine = named("My tasks");

        assertThat(ready()).allMatch(ReadyList::isStillOurs);
        lists.make();
        assertThat(ReadyList.isStillOurs(filters.getFilter(mine.getId()))).isTrue();
    }

    private List<Filter> ready() {
        return filters.createFilterQuery().list().stream()
                .filter(ReadyList::isReadyList)
                .toList();
    }

    private Filter named(String name) {
        return ready().stream()
                .filter(list -> list.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
