package org.familypathways.timescale;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one source of "now". Days begin and end in England, whatever time zone the machine keeps. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    @Bean
    Clock clock() {
        return Clock.system(ENGLAND);
    }
}
