package org.familypathways.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.familypathways.notification.Recipient.ToPerson;
import org.familypathways.notification.Recipient.ToWorker;
import org.familypathways.record.Families;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pathway {@code notification-delivery} with everything it needs, on an installation that keeps notices in the app. */
@ApplicationTest
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

    String family;

    @BeforeEach
    void a_family() {
        family = families.create("north").id();
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
