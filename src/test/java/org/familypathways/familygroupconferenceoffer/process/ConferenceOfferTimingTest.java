package org.familypathways.familygroupconferenceoffer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.familypathways.familygroupconferenceoffer.OfferSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConferenceOfferTimingTest {

    @ParameterizedTest
    @CsvSource({"at-booking, true", "after-conference, false"})
    void families_are_offered_a_conference_when_their_authority_has_chosen(String chosen, boolean atBooking) {
        assertThat(timing(Map.of("familypathways.conference.offer-timing", chosen))
                        .atBooking())
                .isEqualTo(atBooking);
    }

    @Test
    void families_are_offered_one_after_the_initial_conference_as_in_leeds_where_nothing_was_chosen() {
        assertThat(timing(Map.of()).atBooking()).isFalse();
    }

    private static ConferenceOfferTiming timing(Map<String, String> properties) {
        return new ConferenceOfferTiming(new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("familypathways.conference", OfferSettings.class));
    }
}
