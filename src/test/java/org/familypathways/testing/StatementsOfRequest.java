package org.familypathways.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database is asked while a request is answered, by our own modules and by the engine; sessions aside. */
public final class StatementsOfRequest {

    private static final List<Logger> LOGS = Stream.of(
                    JdbcTemplate.class.getName(),
                    "org.camunda.bpm.engine.impl.persistence.entity",
                    "org.familypathways.tasklist.Tasks")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {

        @Override
        protected void append(ILoggingEvent event) {
            String said = event.getFormattedMessage();
            boolean statement = said.startsWith("Executing prepared SQL statement") || said.contains("Preparing:");
            if (statement
                    && event.getThreadName().contains("exec")
                    && !said.toUpperCase(Locale.ROOT).contains("SPRING_SESSION")) {
                heard.add(said);
            }
        }
    };

    /** @param answer what was answered meanwhile */
    public record Heard(String answer, List<String> statements) {}

    public void listen() {
        ear.start();
        LOGS.forEach(log -> {
            log.setAdditive(false);
            log.addAppender(ear);
            log.setLevel(Level.DEBUG);
        });
    }

    public void stop() {
        LOGS.forEach(log -> {
            log.detachAppender(ear);
            log.setAdditive(true);
            log.setLevel(null);
        });
    }

    public Heard during(Supplier<String> request) {
        heard.clear();
        String answer = request.get();
        return new Heard(answer, List.copyOf(heard));
    }
}
