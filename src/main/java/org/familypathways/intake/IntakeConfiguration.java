package org.familypathways.intake;

import java.time.LocalDate;
import org.familypathways.timescale.WorkingDays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    private static final int LONGER_THAN_ANY_LIMIT = 120;

    /** No rule of the census asks about more than 45 working days, so older dates need no exact count. */
    @Bean
    WorkingDayCount workingDayCount(WorkingDays workingDays) {
        return (event, day) -> workingDays.between(later(event, day.minusDays(LONGER_THAN_ANY_LIMIT)), day);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
