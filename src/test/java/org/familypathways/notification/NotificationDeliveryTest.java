package org.familypathways.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.familypathways.notification.PretendedChannel.Luck;
import org.familypathways.notification.Recipient.ToPerson;
import org.familypathways.notification.Recipient.ToWorker;
import org.familypathways.record.Families;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.WalksEveryFlow;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pathway {@code notification-delivery} with everything it needs, on an installation that keeps notices in the app. */
@ApplicationTest
@WalksEveryFlow(of = "notification-delivery")
class NotificationDeliveryTest {

    @Autowired
    Notifications notifications;

    @Autowired
    NotificationStore store;

    @Autowired
    Families families;

    @Autowired
    NetworkMembers network;

    @Autowired
    Work work;

    @Autowired
    Undelivered undelivered;

    @Autowired
    SwitchableChannels channels;

    @Autowired
    SettableClock clock;

    @Autowired
    ProcessEngine engine;

    String family;

    @BeforeEach
    void a_family() {
        family = families.create("north").id();
    }

    @AfterEach
    void the_doors_close() {
        channels.closeAll();
    }

    @Test
    void a_worker_is_told_in_the_app() {
        notifications.send(new Notice("offer-accepted", family, new ToWorker("amina.khan"), once()));
        var notification = only();

        work.runJobs(notification.deliveryId());

        assertThat(only().state()).isEqualTo(DeliveryState.SENT);
        assertThat(only().text().subject()).contains(family);
        assertThat(work.endEvents(notification.deliveryId())).containsExactly("endEvent_notificationSent");
    }

    @Test
    void a_parent_without_a_safe_way_of_contact_is_left_for_a_worker_to_tell() {
        var parent = network.add(family, parent());
        notifications.send(new Notice("conference-offer-made", family, new ToPerson(parent.id()), once()));
        var notification = only();

        work.runJobs(notification.deliveryId());

        assertThat(only().state()).isEqualTo(DeliveryState.NOT_SENDABLE);
        assertThat(work.endEvents(notification.deliveryId())).containsExactly("endEvent_leftForAWorkerToTell");
    }

    @Test
    void a_broken_connection_to_the_mail_server_is_left_for_an_operator_who_sends_it_again() {
        var server = new PretendedChannel(false);
        channels.open(server);
        server.luck = Luck.LOST;
        tell();
        work.runJobs(only().deliveryId());
        assertThat(work.endEvents(only().deliveryId())).containsExactly("endEvent_leftForAnOperatorToDecide");
        assertThat(undelivered.list(10_000)).extracting(Notification::id).contains(only().id());

        server.luck = Luck.ARRIVES;
        undelivered.sendAgain(only().id(), "alex.admin");
        work.runJobs(only().deliveryId());

        assertThat(only().state()).isEqualTo(DeliveryState.SENT);
        assertThat(server.handedOver).hasSize(2);
        assertThat(server.handedOver.get(0).reference())
                .isNotEqualTo(server.handedOver.get(1).reference());
    }

    @Test
    void an_operator_who_knows_that_it_arrived_says_so() {
        var server = new PretendedChannel(false);
        channels.open(server);
        server.luck = Luck.LOST;
        tell();
        work.runJobs(only().deliveryId());

        undelivered.arrived(only().id(), "alex.admin");
        undelivered.sendAgain(only().id(), "alex.admin");

        assertThat(only().state()).isEqualTo(DeliveryState.SENT);
        assertThat(server.handedOver).hasSize(1);
    }

    @Test
    void what_cannot_be_sent_is_tried_five_times_and_then_becomes_an_incident() {
        var server = new PretendedChannel(true);
        channels.open(server);
        server.luck = Luck.REFUSED;
        tell();

        for (int minutes : new int[] {0, 1, 5, 15, 60}) {
            clock.setTo(clock.instant().plus(Duration.ofMinutes(minutes)).plusSeconds(2));
            assertThat(undelivered.nextAttempt(only()))
                    .hasValueSatisfying(
                            next -> assertThat(next).isBefore(clock.instant().plusSeconds(1)));
            tryInVain();
        }

        assertThat(server.handedOver).hasSize(5);
        assertThat(undelivered.nextAttempt(only())).isEmpty();
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(only().deliveryId())
                        .count())
                .isEqualTo(1);
        assertThat(only().state()).isEqualTo(DeliveryState.FAILED);

        server.luck = Luck.ARRIVES;
        undelivered.sendAgain(only().id(), "alex.admin");
        work.runJobs(only().deliveryId());
        assertThat(only().state()).isEqualTo(DeliveryState.SENT);
        assertThat(work.hasEnded(only().deliveryId())).isTrue();
    }

    @Test
    void the_engine_holds_references_and_a_code_and_nothing_else() {
        tell();
        work.runJobs(only().deliveryId());

        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(only().deliveryId())
                        .list())
                .extracting(variable -> variable.getValue().toString())
                .containsExactlyInAnyOrder(only().id(), family, "sent");
    }

    private void tryInVain() {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(only().deliveryId())
                .singleResult();
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                .hasMessageContaining(only().id());
    }

    private void tell() {
        notifications.send(new Notice("offer-accepted", family, new ToWorker("amina.khan"), once()));
    }

    private Notification only() {
        var all = store.ofFamily(family);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static String once() {
        return UUID.randomUUID().toString();
    }

    private static NewNetworkMember parent() {
        return new NewNetworkMember("Jo", "Example", "mother", true, null, "jo@example.org", null, null);
    }
}
