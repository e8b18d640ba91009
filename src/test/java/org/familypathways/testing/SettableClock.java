package org.familypathways.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The application's and the engine's clock in one hand. Runs with the real time until a test sets it. */
@Component
@Primary
public class SettableClock extends Clock {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private volatile Duration ahead = Duration.ZERO;

    /** Ten in the morning, in England, on that day. */
    public void setDate(LocalDate day) {
        setTo(day.atTime(LocalTime.of(10, 0)).atZone(ENGLAND).toInstant());
    }

    public void setTo(Instant now) {
        ahead = Duration.between(Instant.now(), now);
        ClockUtil.setCurrentTime(Date.from(now));
    }

    public void plusDays(int days) {
        setDate(LocalDate.now(this).plusDays(days));
    }

    public void reset() {
        ahead = Duration.ZERO;
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ENGLAND;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }

    static class Reset implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext context) {
            SpringExtension.getApplicationContext(context)
                    .getBean(SettableClock.class)
                    .reset();
        }
    }
}
