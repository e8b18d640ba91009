package org.familypathways.familygroupconference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PlanResourcesTest {

    @ParameterizedTest
    @CsvSource({"0, 0, true", "0, 120, true", "200, 199.99, false", "200, 200, true", "200, , false"})
    void are_decided_on_from_the_sum_that_the_authority_has_chosen(
            String chosen, BigDecimal cost, boolean toBeDecided) {
        var properties =
                new MapConfigurationPropertySource(Map.of("familypathways.conference.resources-decided-from", chosen));
        var settings = new Binder(properties)
                .bind("familypathways.conference", ConferenceSettings.class)
                .get();
        var plans = new ConferencePlans(settings, null, null, null, null, null, null);

        assertThat(plans.areResourcesToBeDecided(cost)).isEqualTo(toBeDecided);
    }
}
