package org.familypathways.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.notification.PretendedChannel.Luck;
import org.familypathways.record.Families;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.NoConflict;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class NotificationPagesTest {

    private static final String XSS = "<script>alert('here')</script> ${7*7}";

    @Autowired
    NoConflict noConflict;

    @Autowired
    Notifications notifications;

    @Autowired
    NotificationStore store;

    @Autowired
    SwitchableChannels channels;

    @Autowired
    Families families;

    @Autowired
    NetworkMembers network;

    @Autowired
    FamilyRestrictions restrictions;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Work work;

    @Autowired
    SettableClock clock;

    @Autowired
    ProcessEngine engine;

    String family;

    @AfterEach
    void nobody_has_a_conflict_any_more() {
        noConflict.of("alex.admin");
    }

    @BeforeEach
    void a_family() {
        family = families.create("north").id();
    }

    @AfterEach
    void the_doors_close() {
        channels.closeAll();
    }

    @Test
    void a_worker_finds_what_they_were_told_and_opening_it_marks_it_as_read() {
        String id = tell(new Recipient.ToRole(PracticeRole.TEAM_MANAGER));
        var tom = signedIn.as("tom.reid");

        assertThat(tom.get("/notifications").body()).contains(family, "A Family Group Conference was declined", "New");
        assertThat(tom.get("/notifications/" + id).body()).contains("has said no to a Family Group Conference");

        assertThat(store.find(id).orElseThrow().readAt()).isNotNull();
    }

    @Test
    void a_notification_to_somebody_else_about_a_family_that_is_not_theirs_is_not_there() {
        String id = tell(new Recipient.ToWorker("amina.khan"));

        assertThat(signedIn.as("nina.shaw").get("/notifications/" + id).statusCode())
                .isEqualTo(404);
        assertThat(signedIn.as("alex.admin").get("/notifications/" + id).statusCode())
                .isEqualTo(404);
        assertThat(signedIn.as("nina.shaw")
                        .post("/notifications/" + id + "/arrived", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoever_is_not_named_any_more_finds_nothing_of_a_restricted_family() {
        String id = tell(new Recipient.ToWorker("amina.khan"));
        work.as("tom.reid").signedIn(() -> {
            restrictions.restrict(family, "A parent works here.", Set.of("tom.reid", "ruth.king"));
            return true;
        });
        var amina = signedIn.as("amina.khan");

        assertThat(amina.get("/notifications").body()).doesNotContain(family);
        assertThat(amina.get("/notifications/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void an_operator_sees_what_did_not_arrive_without_a_name_and_says_that_it_arrived() {
        var server = new PretendedChannel(false);
        server.luck = Luck.LOST;
        channels.open(server);
        String id = tell(new Recipient.ToWorker("amina.khan"));
        work.runJobs(store.find(id).orElseThrow().deliveryId());
        var alex = signedIn.as("alex.admin");
        assertThat(alex.get("/notifications").body()).contains(id, "May have been sent", "It arrived", "Send again");

        assertThat(alex.post("/notifications/" + id + "/arrived", Map.of()).statusCode())
                .isEqualTo(302);

        assertThat(alex.get("/notifications").body()).doesNotContain(id);
        assertThat(store.find(id).orElseThrow().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void an_operator_with_a_conflict_of_interest_finds_nothing_of_the_family() {
        String id = tellParent("Jo");
        work.runJobs(store.find(id).orElseThrow().deliveryId());
        var alex = signedIn.as("alex.admin");
        assertThat(alex.get("/notifications").body()).contains(id);

        alex.post("/conflicts", Map.of("family", family, "reason", "The mother is my sister."));

        assertThat(alex.get("/notifications").body()).doesNotContain(id);
        assertThat(alex.post("/notifications/" + id + "/arrived", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void only_what_is_left_to_a_person_did_not_arrive_and_the_rest_says_when_it_is_tried_again() {
        var server = new PretendedChannel(true);
        server.luck = Luck.REFUSED;
        channels.open(server);
        String id = tell(new Recipient.ToWorker("amina.khan"));
        clock.setTo(clock.instant().plus(Duration.ofMinutes(11)));
        assertThat(stillTried()).contains(id, "Amina Khan", "Waiting to be sent. It is tried again on ");

        refuse(id);
        assertThat(stillTried()).contains(id, "Could not be sent. It was refused. It is tried again on ");

        for (int hours = 2; hours < 6; hours++) {
            clock.setTo(clock.instant().plus(Duration.ofHours(2)));
            refuse(id);
        }
        assertThat(didNotArrive()).contains(id, "Could not be sent. It was refused.", "They know already");
        assertThat(stillTried()).doesNotContain(id);
    }

    @Test
    void what_cannot_be_sent_safely_is_seen_by_the_familys_manager_in_plain_words() {
        String id = tellParent("Jo");
        work.runJobs(store.find(id).orElseThrow().deliveryId());

        assertThat(signedIn.as("maria.silva").get("/notifications").body())
                .contains(id, "No safe way to reach this person is recorded")
                .doesNotContain("Example-" + family);
        assertThat(signedIn.as("nina.shaw").get("/notifications").body()).doesNotContain(id);
    }

    @Test
    void what_somebody_typed_stays_text_on_the_page() {
        String id = tellParent(XSS);

        var page = signedIn.as("maria.silva").get("/notifications/" + id).body();

        assertThat(page).contains("&lt;script&gt;alert(").contains("${7*7}").doesNotContain("<script>alert");
    }

    private void refuse(String id) {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(store.find(id).orElseThrow().deliveryId())
                .singleResult();
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                .hasMessageContaining(id);
    }

    private String didNotArrive() {
        return section("undelivered");
    }

    private String stillTried() {
        return section("still-tried");
    }

    private String section(String heading) {
        String page = signedIn.as("alex.admin").get("/notifications").body();
        int begin = page.indexOf("<section aria-labelledby=\"" + heading + "\"");
        return begin < 0 ? "" : page.substring(begin, page.indexOf("</section>", begin));
    }

    private String tellParent(String firstName) {
        var parent = network.add(
                family, new NewNetworkMember(firstName, "Example-" + family, "mother", true, null, null, null, null));
        notifications.send(new Notice(
                "offer-reminder",
                family,
                new Recipient.ToPerson(parent.id()),
                UUID.randomUUID().toString()));
        return store.ofFamily(family).get(0).id();
    }

    private String tell(Recipient recipient) {
        notifications.send(new Notice(
                "offer-declined", family, recipient, UUID.randomUUID().toString()));
        return store.ofFamily(family).get(0).id();
    }
}
