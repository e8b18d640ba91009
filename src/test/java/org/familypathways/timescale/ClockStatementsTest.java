package org.familypathways.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.LocalDate;
import java.util.List;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.timescale.ClockedCase.Begun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every task asks its clock, so a clock may cost a few statements and no more. */
@ApplicationTest
class ClockStatementsTest {

    private static final String EXECUTED = "Executing prepared SQL statement";
    private final Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private final ListAppender<ILoggingEvent> statements = new ListAppender<>();

    @Autowired
    Clocks clocks;

    @Autowired
    ClockedCase cases;

    Begun begun;

    @BeforeEach
    void listen() {
        begun = cases.begin();
        statements.start();
        log.setLevel(Level.DEBUG);
        log.addAppender(statements);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(statements);
        log.setLevel(null);
    }

    @Test
    void a_running_clock_is_found_by_one_statement() {
        clocks.runningOrToday("T11", begun.subject());
        assertThat(executed()).hasSize(1);
    }

    @Test
    void a_clock_is_started_by_two() {
        clocks.runningOrToday("T52", begun.subject());
        assertThat(executed()).hasSize(2);
    }

    @Test
    void a_clock_is_met_by_two_of_which_one_keeps_the_fact() {
        clocks.meet("T11", begun.id(), LocalDate.now());
        assertThat(executed()).hasSize(2).anyMatch(statement -> statement.contains("practice_fact"));
    }

    @Test
    void all_clocks_of_a_case_end_by_one() {
        clocks.stopAll(begun.id(), "case-ended");
        assertThat(executed()).hasSize(1);
    }

    private List<String> executed() {
        return statements.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith(EXECUTED))
                .toList();
    }
}
