package org.familypathways.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.familypathways.notification.DeliveryState.FAILED;
import static org.familypathways.notification.DeliveryState.MAY_HAVE_BEEN_SENT;
import static org.familypathways.notification.DeliveryState.NOT_SENDABLE;
import static org.familypathways.notification.DeliveryState.SENDING;
import static org.familypathways.notification.DeliveryState.SENT;

import java.util.UUID;
import org.familypathways.notification.PretendedChannel.Luck;
import org.familypathways.record.Families;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What one try makes of a notification, whatever happens at the door or to us. */
@ApplicationTest
class DeliveryTest {

    @Autowired
    Notifications notifications;

    @Autowired
    Delivery delivery;

    @Autowired
    NotificationStore store;

    @Autowired
    SwitchableChannels channels;

    @Autowired
    Families families;

    @Autowired
    NetworkMembers network;

    @Autowired
    TransactionTemplate transaction;

    String family;
    String notification;

    @BeforeEach
    void a_worker_is_to_be_told() {
        family = families.create("north").id();
        notifications.send(new Notice(
                "offer-accepted",
                family,
                new Recipient.ToWorker("amina.khan"),
                UUID.randomUUID().toString()));
        notification = store.ofFamily(family).get(0).id();
    }

    @AfterEach
    void the_doors_close() {
        channels.closeAll();
    }

    @Nested
    class Through_a_service_that_can_be_asked {

        final PretendedChannel service = new PretendedChannel(true);

        @BeforeEach
        void open() {
            channels.open(service);
        }

        @Test
        void it_is_sent_once_however_often_the_step_runs() {
            assertThat(delivery.deliver(notification)).isEqualTo(SENT);
            assertThat(delivery.deliver(notification)).isEqualTo(SENT);

            assertThat(service.handedOver).hasSize(1);
        }

        @Test
        void a_worker_gets_a_reference_and_a_link() {
            delivery.deliver(notification);

            var sent = service.handedOver.get(0);
            assertThat(sent.to()).isEqualTo(new WayOfContact.Email("amina.khan@example.org"));
            assertThat(sent.text().body()).contains("/families/" + family);
        }

        @Test
        void what_was_refused_is_tried_again() {
            service.luck = Luck.REFUSED;
            tryInVain();
            assertThat(state()).isEqualTo(FAILED);

            service.luck = Luck.ARRIVES;
            assertThat(delivery.deliver(notification)).isEqualTo(SENT);
            assertThat(service.handedOver).hasSize(2);
        }

        @Test
        void what_got_lost_from_sight_but_arrived_is_not_sent_again() {
            service.luck = Luck.LOST_BUT_ARRIVES;
            tryInVain();
            assertThat(state()).isEqualTo(SENDING);

            assertThat(delivery.deliver(notification)).isEqualTo(SENT);
            assertThat(service.handedOver).hasSize(1);
        }

        @Test
        void what_got_lost_and_never_arrived_is_sent_again() {
            service.luck = Luck.LOST;
            tryInVain();

            service.luck = Luck.ARRIVES;
            assertThat(delivery.deliver(notification)).isEqualTo(SENT);
            assertThat(service.handedOver).hasSize(2);
        }

        @Test
        void a_notification_that_was_being_sent_when_we_were_killed_is_asked_for() {
            killedWhileSending(service);
            service.luck = Luck.ARRIVES;

            assertThat(delivery.deliver(notification)).isEqualTo(SENT);
            assertThat(service.handedOver).hasSize(1);
        }
    }

    @Nested
    class Through_a_service_that_cannot_be_asked {

        final PretendedChannel server = new PretendedChannel(false);

        @BeforeEach
        void open() {
            channels.open(server);
        }

        @Test
        void what_got_lost_from_sight_is_left_to_a_person() {
            server.luck = Luck.LOST;

            assertThat(delivery.deliver(notification)).isEqualTo(MAY_HAVE_BEEN_SENT);
            assertThat(delivery.deliver(notification)).isEqualTo(MAY_HAVE_BEEN_SENT);
            assertThat(server.handedOver).hasSize(1);
        }

        @Test
        void a_notification_that_was_being_sent_when_we_were_killed_is_left_to_a_person() {
            killedWhileSending(server);

            assertThat(delivery.deliver(notification)).isEqualTo(MAY_HAVE_BEEN_SENT);
            assertThat(server.handedOver).isEmpty();
        }
    }

    @Test
    void a_parent_is_reached_by_email_only_once_that_is_recorded_as_safe() {
        var service = new PretendedChannel(true);
        channels.open(service);
        var parent = network.add(
                family, new NewNetworkMember("Jo", "Example", "mother", true, null, "jo@example.org", null, null));
        String once = UUID.randomUUID().toString();
        notifications.send(new Notice("offer-reminder", family, new Recipient.ToPerson(parent.id()), once));
        String toParent = store.ofFamily(family).get(0).id();

        assertThat(delivery.deliver(toParent)).isEqualTo(NOT_SENDABLE);
        assertThat(service.handedOver).isEmpty();
        assertThat(store.find(toParent).orElseThrow().reason()).contains("No safe way");
    }

    @Test
    void the_same_notice_of_a_step_that_runs_twice_is_one_notification() {
        var notice = new Notice("offer-declined", family, new Recipient.ToWorker("amina.khan"), "step-" + family);

        notifications.send(notice);
        notifications.send(notice);

        assertThat(store.ofFamily(family))
                .hasSize(2)
                .extracting(Notification::template)
                .contains("offer-declined");
    }

    @Test
    void a_role_that_nobody_holds_is_kept_for_people_to_see() {
        notifications.send(new Notice(
                "offer-declined",
                family,
                new Recipient.ToRole(org.familypathways.access.PracticeRole.IRO),
                "nobody-" + family));
        String toNobody = store.ofFamily(family).get(0).id();

        assertThat(delivery.deliver(toNobody)).isEqualTo(NOT_SENDABLE);
    }

    @Test
    void a_step_that_fails_after_it_tells_somebody_has_told_nobody() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    notifications.send(new Notice(
                            "offer-declined", family, new Recipient.ToWorker("amina.khan"), "undone-" + family));
                    throw new IllegalStateException("the step failed");
                }))
                .hasMessage("the step failed");

        assertThat(store.ofFamily(family)).extracting(Notification::template).containsExactly("offer-accepted");
    }

    private void killedWhileSending(Channel channel) {
        var waiting = store.find(notification).orElseThrow();
        store.address(notification, channel.name(), "amina.khan@example.org");
        store.move(waiting, SENDING, null);
    }

    private void tryInVain() {
        assertThatThrownBy(() -> delivery.deliver(notification))
                .isInstanceOf(NotDelivered.class)
                .hasMessageContaining(notification)
                .hasMessageNotContaining("@");
    }

    private DeliveryState state() {
        return store.find(notification).orElseThrow().state();
    }
}
