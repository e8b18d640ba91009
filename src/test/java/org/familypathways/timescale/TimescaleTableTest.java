package org.familypathways.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.familypathways.engine.gate.TimescaleCodes;
import org.familypathways.testing.ApplicationTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The numbers of practice as the deployed decision table gives them. */
@ApplicationTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TimescaleTableTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Set<String> HIT = new TreeSet<>();

    @Autowired
    Timescales timescales;

    @Autowired
    TimescaleTable table;

    @Autowired
    TimescaleCodes codes;

    @Autowired
    RepositoryService repository;

    @Order(1)
    @ParameterizedTest(name = "{0}: {1} {2} by {3}")
    @CsvSource(delimiter = '|', textBlock = """
            T01                        |    1 | working-days  | guidance
            T02                        |    1 | working-days  | local
            T03                        |    3 | working-days  | guidance
            T04                        |   45 | working-days  | guidance
            T05                        |   10 | working-days  | proposed
            T05-second                 |   20 | working-days  | proposed
            T05-third                  |   30 | working-days  | proposed
            T06                        |    5 | working-days  | proposed
            T06-section-47             |   24 | hours         | proposed
            T07                        |    1 | working-days  | proposed
            T08                        |    1 | working-days  | local
            T09                        |    3 | number        | guidance
            T10                        |    1 | working-days  | local
            T11                        |   15 | working-days  | guidance
            T12                        |    7 | working-days  | local
            T13                        |   -3 | working-days  | local
            T14                        |   -5 | working-days  | local
            T15                        |    1 | working-days  | local
            T16                        |   20 | working-days  | local
            T17                        |   10 | working-days  | local
            T17-agencies               |    2 | number        | local
            T18                        |   10 | working-days  | guidance
            T19                        |    6 | weeks         | local
            T20                        |   10 | working-days  | local
            T21                        |    1 | working-days  | local
            T21-other                  |    5 | working-days  | local
            T22                        |    3 | months        | guidance
            T23                        |    6 | months        | guidance
            T24                        |   10 | calendar-days | local
            T25                        |    4 | weeks         | local
            T26                        |   12 | weeks         | local
            T27                        |   20 | working-days  | statute
            T28                        |    3 | months        | statute
            T29                        |    6 | months        | statute
            T30                        |    1 | weeks         | statute
            T31                        |    6 | weeks         | statute
            T32                        |    6 | weeks         | statute
            T32-permanent              |    3 | months        | statute
            T33                        |    1 | weeks         | statute
            T33-later                  |    4 | weeks         | statute
            T34                        |    1 | weeks         | statute
            T34-later                  |    6 | weeks         | statute
            T35                        |    1 | weeks         | statute
            T35-later                  |    6 | weeks         | statute
            T36                        |    5 | working-days  | statute
            T37                        |   72 | hours         | statute
            T38                        |    8 | calendar-days | statute
            T38-extended               |   15 | calendar-days | statute
            T39                        |   10 | working-days  | proposed
            T40                        |   16 | weeks         | guidance
            T41                        |   10 | working-days  | proposed
            T42                        |    8 | weeks         | proposed
            T43                        |   26 | weeks         | statute
            T44                        |   72 | hours         | guidance
            T45                        |   24 | hours         | local
            T45-same-day               |    0 | calendar-days | local
            T46                        |    5 | months        | local
            T46-shortest               |    3 | months        | local
            T47                        |    2 | calendar-days | local
            T48                        |    3 | working-days  | local
            T48-meeting                |    1 | weeks         | local
            T49                        |   48 | hours         | local
            T50                        |    5 | working-days  | local
            T51                        |    6 | weeks         | local
            T52                        |    8 | weeks         | local
            T53                        |   24 | hours         | local
            T54                        |    5 | working-days  | proposed
            T55                        |    8 | weeks         | local
            T55-usual                  |    3 | months        | local
            T56                        |    3 | months        | local
            T57                        |    4 | weeks         | local
            T58                        |    2 | weeks         | local
            T59                        |    1 | weeks         | local
            T60                        |    1 | months        | local
            T61                        |    1 | working-days  | local
            T62                        |    1 | weeks         | local
            T63                        |    1 | weeks         | local
            T64                        |   20 | weeks         | local
            T65                        |    3 | weeks         | local
            T65-second                 |   10 | weeks         | local
            T65-third                  |   18 | weeks         | local
            T65-later                  |    4 | weeks         | local
            T66                        |    6 | months        | local
            T66-visits                 |    3 | number        | local
            T67                        |    1 | months        | statute
            T67-complex                |    3 | months        | statute
            T68                        |   72 | hours         | statute
            offer-made                 |    5 | working-days  | proposed
            offer-reminder             |    5 | working-days  | proposed
            offer-response             |   10 | working-days  | proposed
            advocate-offered           |    5 | working-days  | proposed
            new-member-prepared        |   10 | working-days  | proposed
            missed-timescale-explained |    5 | working-days  | proposed
            section-47-enquiry        |   10 | working-days  | proposed
            initial-conference-booked |    2 | working-days  | proposed
            initial-conference-prepared |   -1 | working-days  | proposed
            agency-reports-received   |   -1 | working-days  | proposed
            conference-advocate-offered |    5 | working-days  | proposed
            initial-conference-outcome |    1 | working-days  | proposed
            dissent-considered        |    5 | working-days  | proposed
            emergency-protection-recorded |   24 | hours         | proposed
            child-safety-confirmed    |   24 | hours         | proposed
            offer-discussed             |    2 | working-days  | proposed
            holders-recorded            |    3 | working-days  | proposed
            contact-checked             |    1 | working-days  | proposed
            consent-recorded            |    5 | working-days  | proposed
            conference-referral-checked |    2 | working-days  | proposed
            referrer-report             |   10 | working-days  | proposed
            conference-arranged         |    4 | weeks         | proposed
            conference-delay-explained  |    2 | working-days  | proposed
            plan-considered             |    2 | working-days  | proposed
            resources-decided           |    5 | working-days  | proposed
            feedback-asked              |   10 | working-days  | proposed
            plan-checked                |    2 | weeks         | proposed
            conference-safety-considered |    1 | working-days  | proposed
            further-concern-considered   |    1 | working-days  | proposed
            """)
    void a_code_has_its_number(String code, int value, String unit, String basis) {
        var rule = timescales.on(code, TODAY);
        assertThat(rule.value()).isEqualTo(value);
        assertThat(rule.unit().id()).isEqualTo(unit);
        assertThat(rule.basis().id()).isEqualTo(basis);
        assertThat(rule.name()).isNotBlank();
        assertThat(rule.startEvent()).isNotBlank();
        assertThat(rule.source()).isNotBlank();
        HIT.add(code);
    }

    @Order(2)
    @Test
    void every_row_has_been_hit() {
        var missing = new TreeSet<>(codes.codes());
        missing.removeAll(HIT);
        assertThat(missing).as("rows without a line in the table above").isEmpty();
    }

    @Test
    void every_timescale_from_1_to_68_has_a_row() {
        for (int number = 1; number <= 68; number++) {
            assertThat(table.rows("T%02d".formatted(number))).isNotEmpty();
        }
    }

    @Test
    void a_row_says_what_is_measured_from_when_and_by_what_right() {
        var rule = timescales.on("T11", TODAY);
        assertThat(rule.name()).isEqualTo("Hold the initial child protection conference");
        assertThat(rule.startEvent()).isEqualTo("Strategy discussion that began the section 47 enquiry");
        assertThat(rule.source()).contains("Working Together");
        assertThat(rule.effectiveFrom()).isEqualTo(LocalDate.of(2000, 1, 1));
        assertThat(rule.tableVersion()).isPositive();
    }

    @Test
    void an_unknown_code_or_a_day_before_the_table_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timescales.on("T99", TODAY))
                .withMessageContaining("T99");
        assertThat(timescales.find("T11", LocalDate.of(1999, 12, 31))).isEmpty();
    }

    @Test
    void every_code_of_the_table_is_one_plain_value() {
        var model = repository.getDmnModelInstance(repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("timescales")
                .latestVersion()
                .singleResult()
                .getId());
        assertThat(model.getModelElementsByType(InputEntry.class))
                .hasSameSizeAs(model.getModelElementsByType(Rule.class))
                .allSatisfy(entry -> assertThat(entry.getTextContent().strip()).matches("\"[A-Za-z0-9-]+\""));
    }
}
