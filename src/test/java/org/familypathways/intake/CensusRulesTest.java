package org.familypathways.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CensusRulesTest {

    private static final CensusHeader YEAR = new CensusHeader(2026, LocalDate.of(2026, 3, 31), "999");

    private final CensusRules rules = new CensusRules(YEAR, CensusRulesTest::weekdays);

    @Test
    void a_sound_child_comes_in_without_a_word() {
        var outcome = judge(CensusText.episode(
                "2026-02-02",
                CensusText.enquiry("2026-02-16", "2026-03-06"),
                "<ChildProtectionPlans><CPPstartDate>2026-03-06</CPPstartDate></ChildProtectionPlans>"));

        assertThat(outcome).isInstanceOf(CensusOutcome.Accepted.class);
        assertThat(outcome.findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1103  | <Assessments><AssessmentActualStartDate>2026-01-30</AssessmentActualStartDate></Assessments>
            8608  | <Assessments><AssessmentActualStartDate>2026-02-10</AssessmentActualStartDate><AssessmentAuthorisationDate>2026-02-09</AssessmentAuthorisationDate></Assessments>
            2889  | <Section47><S47ActualStartDate>2026-01-30</S47ActualStartDate></Section47>
            order | <Section47><S47ActualStartDate>2026-02-10</S47ActualStartDate><DateOfInitialCPC>2026-02-09</DateOfInitialCPC></Section47>
            1105  | <ChildProtectionPlans><CPPstartDate>2026-01-30</CPPstartDate></ChildProtectionPlans>
            8925  | <ChildProtectionPlans><CPPstartDate>2026-02-10</CPPstartDate><CPPendDate>2026-02-09</CPPendDate></ChildProtectionPlans>
            4011  | <CINPlanDates><CINPlanStartDate>2026-02-10</CINPlanStartDate><CINPlanEndDate>2026-02-09</CINPlanEndDate></CINPlanDates>
            order | <CINPlanDates><CINPlanStartDate>2026-01-30</CINPlanStartDate></CINPlanDates>
            order | <DateOfInitialCPC>2026-01-30</DateOfInitialCPC>
            order | <CINclosureDate>2026-01-30</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>
            """)
    void dates_out_of_order_keep_the_child_out(String rule, String content) {
        var outcome = judge(CensusText.episode("2026-02-02", content));

        assertThat(outcome).isInstanceOf(CensusOutcome.Rejected.class);
        assertThat(outcome.findings()).extracting(CensusFinding::rule).containsExactly(rule);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            8875  | <DateOfInitialCPC>2026-02-14</DateOfInitialCPC>
            8870Q | <Section47><S47ActualStartDate>2026-03-16</S47ActualStartDate><InitialCPCtarget>2026-03-29</InitialCPCtarget></Section47>
            8805  | <CINclosureDate>2026-03-30</CINclosureDate>
            8810  | <ReasonForClosure>RC7</ReasonForClosure>
            8867  | <CINclosureDate>2026-03-30</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure><Assessments><AssessmentActualStartDate>2026-03-10</AssessmentActualStartDate></Assessments>
            8868  | <CINclosureDate>2026-03-30</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure><Section47><S47ActualStartDate>2026-03-16</S47ActualStartDate></Section47>
            2990  | <CINclosureDate>2026-03-30</CINclosureDate><ReasonForClosure>RC8</ReasonForClosure><CINPlanDates><CINPlanStartDate>2026-02-10</CINPlanStartDate></CINPlanDates>
            8831  | <ReferralNFA>1</ReferralNFA><DateOfInitialCPC>2026-02-12</DateOfInitialCPC>
            4000  | <ReferralNFA>1</ReferralNFA><CINPlanDates><CINPlanStartDate>2026-02-10</CINPlanStartDate></CINPlanDates>
            2884  | <DateOfInitialCPC>2026-02-12</DateOfInitialCPC><Section47><S47ActualStartDate>2026-02-03</S47ActualStartDate><DateOfInitialCPC>2026-02-13</DateOfInitialCPC></Section47>
            8675Q | <Section47><S47ActualStartDate>2026-02-16</S47ActualStartDate></Section47>
            8614  | <Assessments><AssessmentActualStartDate>2026-02-10</AssessmentActualStartDate><FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
            8869  | <Assessments><AssessmentActualStartDate>2026-02-10</AssessmentActualStartDate><AssessmentAuthorisationDate>2026-02-20</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors><AssessmentFactors>21</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
            8950Q | <Assessments><AssessmentActualStartDate>2026-02-10</AssessmentActualStartDate><AssessmentAuthorisationDate>2026-02-20</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>19A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
            8896  | <Assessments><AssessmentActualStartDate>2026-03-10</AssessmentActualStartDate></Assessments><Assessments><AssessmentActualStartDate>2026-03-11</AssessmentActualStartDate></Assessments>
            8839  | <Section47><S47ActualStartDate>2026-03-16</S47ActualStartDate></Section47><Section47><S47ActualStartDate>2026-03-17</S47ActualStartDate></Section47>
            8890  | <Section47><S47ActualStartDate>2026-03-02</S47ActualStartDate><DateOfInitialCPC>2026-03-12</DateOfInitialCPC></Section47><Section47><S47ActualStartDate>2026-03-11</S47ActualStartDate><DateOfInitialCPC>2026-03-20</DateOfInitialCPC></Section47>
            4004  | <CINPlanDates><CINPlanStartDate>2026-02-10</CINPlanStartDate></CINPlanDates><CINPlanDates><CINPlanStartDate>2026-02-11</CINPlanStartDate></CINPlanDates>
            8841  | <DateOfInitialCPC>2026-02-12</DateOfInitialCPC><ChildProtectionPlans><CPPstartDate>2026-02-12</CPPstartDate><Reviews><CPPreviewDate>2026-02-12</CPPreviewDate></Reviews></ChildProtectionPlans>
            8840  | <DateOfInitialCPC>2026-02-12</DateOfInitialCPC><ChildProtectionPlans><CPPstartDate>2026-02-12</CPPstartDate><CPPendDate>2026-02-12</CPPendDate></ChildProtectionPlans>
            8720  | <CINclosureDate>2026-04-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>
            9006  | <PreProceedingsandFGDM><PPStartDate>2026-02-12</PPStartDate><LBPSentDate>2026-02-11</LBPSentDate><FGDMMeetingOffer>1</FGDMMeetingOffer></PreProceedingsandFGDM>
            9007  | <PreProceedingsandFGDM><PPStartDate>2026-02-12</PPStartDate><LBPSentDate>2026-02-13</LBPSentDate></PreProceedingsandFGDM>
            9009  | <PreProceedingsandFGDM><PPStartDate>2026-02-12</PPStartDate><StepDecisionDate>2026-02-11</StepDecisionDate></PreProceedingsandFGDM>
            9012  | <PreProceedingsandFGDM><StepDecisionDate>2026-02-12</StepDecisionDate><CourtAppDate>2026-02-11</CourtAppDate></PreProceedingsandFGDM>
            9013  | <PreProceedingsandFGDM><CourtAppDate>2026-02-12</CourtAppDate><LetterInitCPDate>2026-02-11</LetterInitCPDate></PreProceedingsandFGDM>
            """)
    void every_other_rule_lets_the_child_in_with_a_warning(String rule, String content) {
        var outcome = judge(CensusText.episode("2026-02-02", content));

        assertThat(outcome).isInstanceOf(CensusOutcome.Accepted.class);
        assertThat(outcome.findings()).extracting(CensusFinding::rule).containsExactly(rule);
    }

    @Test
    void an_assessment_open_for_45_working_days_is_in_time_and_one_day_more_is_not() {
        assertThat(judge(CensusText.episode("2026-01-05", openAssessment("2026-01-27")))
                        .findings())
                .isEmpty();
        assertThat(judge(CensusText.episode("2026-01-05", openAssessment("2026-01-26")))
                        .findings())
                .extracting(CensusFinding::rule)
                .containsExactly("8670Q");
    }

    @Test
    void a_child_has_one_open_episode_and_none_that_overlap() {
        assertThat(warnings(CensusText.episode("2025-07-07"), CensusText.episode("2026-02-04")))
                .containsExactlyInAnyOrder("8815", "8816");
        assertThat(warnings(
                        CensusText.episode("2026-02-04"),
                        CensusText.episode(
                                "2025-07-07",
                                "<CINclosureDate>2026-02-05</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>")))
                .containsExactly("8820");
    }

    @Test
    void a_plan_of_protection_comes_from_a_conference_and_stands_alone() {
        assertThat(warnings(CensusText.episode(
                        "2026-02-02",
                        "<ChildProtectionPlans><CPPstartDate>2026-03-06</CPPstartDate></ChildProtectionPlans>",
                        "<CINPlanDates><CINPlanStartDate>2026-02-10</CINPlanStartDate></CINPlanDates>")))
                .containsExactlyInAnyOrder("2883", "2885", "4001");
    }

    @Test
    void a_child_is_born_or_expected() {
        var both = CensusText.file(CensusText.child("A1", CensusText.episode("2026-02-02")))
                .replace("<Sex>", "<ExpectedPersonBirthDate>2016-05-06</ExpectedPersonBirthDate><Sex>");
        var neither = CensusText.file(CensusText.child("A1", CensusText.episode("2026-02-02")))
                .replaceAll("<PersonBirthDate>.*</PersonBirthDate>", "");

        for (String text : List.of(both, neither)) {
            var outcome = rules.judge(CensusText.read(text).get(0));
            assertThat(outcome).isInstanceOf(CensusOutcome.Rejected.class);
            assertThat(outcome.findings()).extracting(CensusFinding::rule).containsExactly("identity");
        }
    }

    @Test
    void the_sample_of_2026_brings_one_child_for_each_thing_that_can_be_wrong() {
        var reader = CensusReader.open(getClass().getResourceAsStream("/census/children-in-need-2026.xml"));
        var byOutcome = new java.util.ArrayList<CensusOutcome>();
        reader.forEachRemaining(child -> byOutcome.add(rules.judge(child)));

        var counted = byOutcome.stream()
                .collect(Collectors.groupingBy(outcome -> outcome.getClass().getSimpleName(), Collectors.counting()));
        assertThat(counted).containsEntry("Accepted", 23L).containsEntry("Rejected", 9L);
    }

    private CensusOutcome judge(String... episodes) {
        return rules.judge(CensusText.read(CensusText.file(CensusText.child("A1", episodes)))
                .get(0));
    }

    private List<String> warnings(String... episodes) {
        return judge(episodes).findings().stream().map(CensusFinding::rule).toList();
    }

    private static String openAssessment(String startedOn) {
        return "<Assessments><AssessmentActualStartDate>%s</AssessmentActualStartDate></Assessments>"
                .formatted(startedOn);
    }

    private static int weekdays(LocalDate event, LocalDate day) {
        return (int) event.plusDays(1)
                .datesUntil(day.plusDays(1))
                .filter(each -> each.getDayOfWeek() != DayOfWeek.SATURDAY && each.getDayOfWeek() != DayOfWeek.SUNDAY)
                .count();
    }
}
