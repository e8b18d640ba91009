package org.familypathways.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.familypathways.notification.DeliveryState.NOT_SENDABLE;
import static org.familypathways.notification.DeliveryState.SENDING;
import static org.familypathways.notification.DeliveryState.SENT;
import static org.familypathways.notification.DeliveryState.WAITING;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryStateTest {

    @Test
    void what_was_sent_stays_sent() {
        assertThat(DeliveryState.values()).noneMatch(SENT::canTransitionTo);
    }

    @Test
    void nothing_goes_back_to_waiting_from_the_middle_of_being_sent() {
        assertThat(SENDING.canTransitionTo(WAITING)).isFalse();
    }

    @Test
    void a_person_can_have_another_try_when_no_safe_way_was_recorded() {
        assertThat(NOT_SENDABLE.canTransitionTo(WAITING)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void every_state_can_be_reached_and_every_one_but_sent_can_be_left(DeliveryState state) {
        assertThat(Stream.of(DeliveryState.values()).anyMatch(other -> other.canTransitionTo(state)))
                .isTrue();
        assertThat(state == SENT || Stream.of(DeliveryState.values()).anyMatch(state::canTransitionTo))
                .isTrue();
        assertThat(DeliveryState.of(state.code())).isEqualTo(state);
    }
}
