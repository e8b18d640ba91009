package org.familypathways.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.record.Child;
import org.familypathways.record.Children;
import org.familypathways.record.Episodes;
import org.familypathways.record.Episodes.Episode;
import org.familypathways.record.Families;
import org.familypathways.record.FamilyPlan.NewAction;
import org.familypathways.record.FamilyPlans;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewChild;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.familypathways.timescale.Clocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class SiblingsTest {

    private static final String ENQUIRY = "child-protection-enquiry";

    @Autowired
    Families families;

    @Autowired
    Children children;

    @Autowired
    Episodes episodes;

    @Autowired
    NetworkMembers network;

    @Autowired
    Involvements involvements;

    @Autowired
    FamilyPlans plans;

    @Autowired
    Clocks clocks;

    @Autowired
    FamilyRestrictions restrictions;

    @Autowired
    PathwayStarts pathways;

    @Autowired
    RuntimeService engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Work work;

    String ours;
    String theirs;
    Child robin;

    @BeforeEach
    void two_families_with_whom_amina_works() {
        ours = families.create("north").id();
        theirs = families.create("north").id();
        involvements.begin(ours, "amina.khan", PracticeRole.SOCIAL_WORKER);
        involvements.begin(theirs, "amina.khan", PracticeRole.SOCIAL_WORKER);
        robin = child(ours, "Robin");
        child(theirs, "Sam");
    }

    @Test
    void a_whole_family_joins_with_everything_that_is_on_record_and_its_open_pathways() {
        var mother = network.add(ours, new NewNetworkMember("Sky", "Madeup", "mother", true, null, null, null, null));
        involvements.begin(ours, "helen.ward", PracticeRole.CP_CHAIR);
        episodes.open(new Episode(robin.id(), LocalDate.of(2026, 11, 1), "1A", null, null, null));
        plans.record(
                ours,
                "a case of " + ours,
                LocalDate.of(2026, 11, 2),
                "We care.",
                List.of(new NewAction("Take Robin to school", mother.id(), "Sky", null)));
        String enquiry = enquiry(ours);

        assertThat(link("amina.khan", theirs, robin.id()).statusCode()).isEqualTo(302);

        assertThat(children.ofFamily(ours)).isEmpty();
        assertThat(children.ofFamily(theirs)).extracting(Child::firstName).contains("Robin", "Sam");
        assertThat(network.ofFamily(theirs)).extracting(NetworkMember::id).containsExactly(mother.id());
        assertThat(plans.ofFamily(theirs)).hasSize(1);
        assertThat(episodes.ofChild(robin.id())).hasSize(1);
        assertThat(clocks.ofFamily(ours)).isEmpty();
        assertThat(clocks.ofFamily(theirs)).isNotEmpty();
        assertThat(involvements.isInvolved("helen.ward", theirs)).isTrue();
        assertThat(involvements.isInvolved("helen.ward", ours)).isFalse();
        assertThat(engine.getVariable(enquiry, "familyId")).isEqualTo(theirs);
        assertThat(signedIn.as("amina.khan").get("/families/" + theirs).body())
                .contains("Siblings linked", "Child protection enquiry", ours)
                .contains("The same mother &lt;script&gt;", "Child joined the family of their siblings");
        assertThat(signedIn.as("tom.reid").get("/families/" + ours).body()).contains("Siblings linked", theirs);
    }

    @Test
    void tasks_of_a_family_that_joined_are_offered_to_the_teams_of_the_other() {
        theirs = families.create("south").id();
        involvements.begin(theirs, "amina.khan", PracticeRole.SOCIAL_WORKER);
        String enquiry = enquiry(ours);

        link("amina.khan", theirs, robin.id());

        assertThat(jdbc.sql("""
                        select l.group_id_ from act_ru_identitylink l join act_ru_task t on t.id_ = l.task_id_
                        where t.proc_inst_id_ = ? and l.type_ = 'candidate'
                        """).param(enquiry).query(String.class).list())
                .isNotEmpty()
                .allMatch(group -> group.contains("south"));
    }

    @Test
    void one_of_several_children_joins_with_its_own_record_only() {
        child(ours, "Kim");
        network.add(ours, new NewNetworkMember("Sky", "Madeup", "mother", true, null, null, null, null));

        assertThat(link("amina.khan", theirs, robin.id()).statusCode()).isEqualTo(302);

        assertThat(children.ofFamily(ours)).extracting(Child::firstName).containsExactly("Kim");
        assertThat(network.ofFamily(ours)).hasSize(1);
        assertThat(involvements.isInvolved("amina.khan", ours)).isTrue();
    }

    @Test
    void a_case_about_the_whole_family_does_not_go_on_without_one_of_its_children() {
        child(ours, "Kim");
        enquiry(ours);

        assertThat(link("amina.khan", theirs, robin.id()).body())
                .contains("is open for the whole family and would go on without the child");
        assertThat(children.ofFamily(ours)).hasSize(2);
    }

    @Test
    void the_same_pathway_is_not_open_twice_for_one_family() {
        enquiry(ours);
        enquiry(theirs);

        assertThat(link("amina.khan", theirs, robin.id()).body()).contains("is open in both families");
        assertThat(children.ofFamily(ours)).hasSize(1);
    }

    @Test
    void the_stricter_restriction_holds_for_both() {
        restrict(ours, Set.of("tom.reid", "amina.khan"));

        assertThat(link("amina.khan", theirs, robin.id()).statusCode()).isEqualTo(302);

        assertThat(restrictions.namedPeople(theirs)).contains(Set.of("tom.reid", "amina.khan"));
    }

    @Test
    void two_restrictions_leave_those_who_are_named_in_both_and_at_least_two() {
        restrict(ours, Set.of("tom.reid", "amina.khan", "helen.ward"));
        restrict(theirs, Set.of("tom.reid", "amina.khan", "ruth.king"));
        assertThat(link("amina.khan", theirs, robin.id()).statusCode()).isEqualTo(302);
        assertThat(restrictions.namedPeople(theirs)).contains(Set.of("tom.reid", "amina.khan"));

        String third = families.create("north").id();
        restrict(third, Set.of("amina.khan", "ruth.king"));
        String all = children.ofFamily(theirs).get(0).id();
        ours = theirs;
        assertThat(link("amina.khan", third, all).body()).contains("Fewer than two people may see both families");
        assertThat(restrictions.namedPeople(theirs)).contains(Set.of("tom.reid", "amina.khan"));
    }

    @Test
    void sending_it_twice_links_once() {
        link("amina.khan", theirs, robin.id());

        assertThat(link("amina.khan", theirs, robin.id()).statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from practice_fact where type = 'ChildJoinedFamily' and child_id = ?")
                        .param(robin.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_family_that_one_may_not_see_is_the_same_as_none() {
        String hidden = families.create("south").id();

        assertThat(link("amina.khan", hidden, robin.id()).body())
                .contains("There is no family " + hidden + " that you work with.");
        assertThat(link("amina.khan", "F-999999", robin.id()).body())
                .contains("There is no family F-999999 that you work with.");
        assertThat(link("joe.marsh", theirs, robin.id()).statusCode()).isEqualTo(404);
        assertThat(signedIn.as("joe.marsh")
                        .get("/families/" + ours + "/siblings")
                        .statusCode())
                .isEqualTo(404);
        assertThat(children.ofFamily(ours)).hasSize(1);
    }

    @Test
    void each_fault_is_one_sentence() {
        var amina = signedIn.as("amina.khan");

        assertThat(amina.post("/families/" + ours + "/siblings", Map.of()).body())
                .contains("Choose who joins", "Enter the reference of the other family.", "Say how you know");
        assertThat(link("amina.khan", ours, robin.id()).statusCode()).isEqualTo(302);
        assertThat(link("amina.khan", theirs, "C-999999").body()).contains("Choose who joins the other family.");
        assertThat(children.ofFamily(ours)).hasSize(1);
    }

    private Child child(String family, String name) {
        return children.create(family, new NewChild(name, family, LocalDate.of(2019, 3, 5), null, null, null, null));
    }

    private String enquiry(String family) {
        pathways.announce(ENQUIRY + ".strategy-required", family, Map.of());
        return engine.createProcessInstanceQuery()
                .processDefinitionKey(ENQUIRY)
                .variableValueEquals("familyId", family)
                .singleResult()
                .getId();
    }

    private void restrict(String family, Set<String> named) {
        work.as("ruth.king").signedIn(() -> {
            restrictions.restrict(family, "A parent works here.", named);
            return true;
        });
    }

    private HttpResponse<String> link(String worker, String other, String child) {
        return signedIn.as(worker)
                .post(
                        "/families/" + ours + "/siblings",
                        Map.of("child", child, "other", other, "reason", "The same mother <script>alert(1)</script>"));
    }
}
