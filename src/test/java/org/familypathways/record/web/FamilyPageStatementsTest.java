package org.familypathways.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.Submission;
import org.familypathways.record.Children;
import org.familypathways.record.Families;
import org.familypathways.record.FamilyPlan.NewAction;
import org.familypathways.record.FamilyPlans;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewChild;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.record.RecordEntries;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.SignedIn.Browser;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A record grows for years; the page that shows it asks the database no more often for that. */
@ApplicationTest
class FamilyPageStatementsTest {

    private static final String EXECUTED = "Executing prepared SQL statement";

    private final Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private final ListAppender<ILoggingEvent> statements = new ListAppender<>();

    @Autowired
    Families families;

    @Autowired
    Children children;

    @Autowired
    NetworkMembers network;

    @Autowired
    Involvements involvements;

    @Autowired
    FamilyPlans plans;

    @Autowired
    RecordEntries entries;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Work work;

    String family;
    Browser amina;

    @BeforeEach
    void a_family_with_a_little_of_everything() {
        family = families.create("north").id();
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        amina = signedIn.as("amina.khan");
        somethingHappens(1);
        statements.start();
        log.setAdditive(false);
        log.addAppender(statements);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(statements);
        log.setAdditive(true);
        log.setLevel(null);
    }

    @Test
    void however_much_is_on_record_the_page_costs_the_same_number_of_statements() {
        int before = statementsOfOnePage();
        for (int i = 2; i <= 25; i++) {
            somethingHappens(i);
        }

        assertThat(statementsOfOnePage()).isEqualTo(before).isLessThan(50);
    }

    private int statementsOfOnePage() {
        amina.get("/families/" + family);
        statements.list.clear();
        log.setLevel(Level.DEBUG);
        assertThat(amina.get("/families/" + family).statusCode()).isEqualTo(200);
        log.setLevel(null);
        return (int) statements.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith(EXECUTED))
                .count();
    }

    private void somethingHappens(int number) {
        children.create(
                family, new NewChild("Robin" + number, "Madeup", LocalDate.of(2019, 3, 5), null, "F", null, null));
        network.add(family, new NewNetworkMember("Sky" + number, "Madeup", "aunt", false, null, null, null, null));
        plans.record(
                family,
                "case " + number,
                LocalDate.of(2026, 11, 22),
                "We look after each other.",
                List.of(new NewAction("Take Robin to school", null, "Grandad", null)));
        entries.keep(new Submission(
                "child-protection-enquiry",
                "case " + number,
                null,
                "userTask_makeEnquiry",
                "child-protection-enquiry.make-enquiry",
                1,
                family,
                null,
                null,
                number % 2 == 0 ? "tom.reid" : "amina.khan",
                Map.of("findings", "Number " + number)));
        byte[] report = "Report %d of %s".formatted(number, family).getBytes(StandardCharsets.UTF_8);
        amina.upload("/families/" + family + "/documents", Map.of("title", "Report " + number), "report.txt", report);
    }
}
