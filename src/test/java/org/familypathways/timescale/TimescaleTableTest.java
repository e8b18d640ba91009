package org.familypathways.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.familypathways.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class TimescaleTableTest {

    @Autowired
    Timescales timescales;

    @Test
    void the_initial_conference_is_held_within_15_working_days() {
        var rule = timescales.on("T11", LocalDate.of(2026, 11, 23));
        assertThat(rule.value()).isEqualTo(15);
        assertThat(rule.unit()).isEqualTo(TimescaleUnit.WORKING_DAYS);
        assertThat(rule.basis()).isEqualTo(TimescaleBasis.GUIDANCE);
    }

    @Test
    void an_unknown_code_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timescales.on("T99", LocalDate.of(2026, 11, 23)))
                .withMessageContaining("T99");
    }
}
