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
    @CsvSource({
        "0, 0, no, true",
        "0, 120, no, true",
        "200, 199.99, no, false",
        "200, 200, no, true",
        "200, , no, false",
        "200, 50, yes, true"
    })
    void are_decided_on_from_the_sum_that_the_authority_has_chosen_and_always_for_a_support_package(
            String chosen, BigDecimal cost, String supportPackage, boolean toBeDecided) {
        var properties =
                new MapConfigurationPropertySource(Map.of("familypathways.conference.resources-decided-from", chosen));
        var settings = new Binder(properties)
                .bind("familypathways.conference", ConferenceSettings.class)
                .get();
        var plans = new ConferencePlans(settings, null, null, null, null, null, null);

        assertThat(plans.areResourcesToBeDecided(cost, supportPackage.equals("yes")))
                .isEqualTo(toBeDecided);
    }
}
