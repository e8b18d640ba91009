package org.familypathways.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimescalesTest {

    private final Timescales timescales =
            new Timescales(code -> List.of(row(15, "2000-01-01"), row(10, "2027-04-01"), row(12, "2015-04-01")));

    @Test
    void the_number_that_held_when_the_event_happened_counts() {
        assertThat(timescales.on("T11", LocalDate.of(2014, 6, 1)).value()).isEqualTo(15);
        assertThat(timescales.on("T11", LocalDate.of(2015, 4, 1)).value()).isEqualTo(12);
        assertThat(timescales.on("T11", LocalDate.of(2027, 3, 31)).value()).isEqualTo(12);
        assertThat(timescales.on("T11", LocalDate.of(2027, 4, 1)).value()).isEqualTo(10);
    }

    private static Timescale row(int value, String from) {
        return new Timescale(
                "T11",
                value,
                TimescaleUnit.WORKING_DAYS,
                "Something",
                "Some event",
                "A test",
                TimescaleBasis.GUIDANCE,
                LocalDate.parse(from),
                1);
    }
}
