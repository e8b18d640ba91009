package org.familypathways.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.familypathways.referral.ReferralJourney.DECISION;
import static org.familypathways.referral.ReferralJourney.MANAGER;
import static org.familypathways.referral.ReferralJourney.decision;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.engine.SubmissionRefused;
import org.familypathways.record.Drafts;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to a form that is wrong, late, sent twice, older than the model, or full of strange characters. */
@ApplicationTest
class ReferralFormsTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    Work work;

    @Autowired
    Drafts drafts;

    @Autowired
    SettableClock time;

    @Autowired
    ProcessEngine engine;

    @Autowired
    SignedIn signedIn;

    @Autowired
    JdbcClient jdbc;

    ReferralJourney referral;

    @BeforeEach
    void a_referral_waits_for_its_decision() {
        time.setDate(LocalDate.of(2026, 3, 2));
        referral = new ReferralJourney(beans).arrives();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reason          |            | “Why?” must be answered.
            reason          | ' '        | “Why?” must be answered.
            referralOutcome |            | “What does the child need?” must be answered.
            referralOutcome | adoption   | “What does the child need?” must be one of the answers to choose from.
            familyId        | F-000001   | Something was answered that this form does not ask.
            """)
    void a_wrong_answer_is_refused_in_one_sentence_and_what_was_typed_is_kept(
            String question, String answer, String sentence) {
        var task = referral.task(DECISION);
        Map<String, Object> typed = new LinkedHashMap<>(decision("early-help"));
        typed.put(question, answer);
        typed.values().removeIf(Objects::isNull);

        assertThatThrownBy(() -> referral.managerDecides(typed))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessage(sentence);

        assertThat(referral.task(DECISION).getAssignee()).isEqualTo(MANAGER);
        assertThat(drafts.find(task.getId(), MANAGER)).contains(typed);
        referral.managerDecides("early-help");
        assertThat(drafts.find(task.getId(), MANAGER))
                .as("the draft has served its purpose")
                .isEmpty();
        assertThat(referral.decided()).containsEntry("outcome", "early-help");
    }

    @Test
    void the_start_form_is_refused_in_one_sentence_too_and_leaves_nothing() {
        int before = referrals();
        assertThatThrownBy(() -> new ReferralJourney(beans).without("lastName").arrives())
                .isInstanceOf(SubmissionRefused.class)
                .hasMessage("“What is the child’s last name?” must be answered.");
        assertThat(referrals()).isEqualTo(before);
    }

    @Test
    void a_task_that_was_completed_in_another_window_says_by_whom_and_keeps_what_was_typed() {
        var task = referral.task(DECISION);
        referral.managerDecides("early-help");

        assertThatThrownBy(() -> referral.managerSends(task, decision("assessment")))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessage("This task was already completed by grace.obi.");

        assertThat(drafts.find(task.getId(), MANAGER)).contains(decision("assessment"));
        assertThat(referral.decided()).containsEntry("outcome", "early-help");
        assertThat(referral.told("referral-outcome")).isEmpty();
    }

    @Test
    void of_two_clicks_one_wins_and_the_other_gets_a_sentence() throws Exception {
        var task = referral.task(DECISION);
        work.as(MANAGER).claim(task);

        var answers = twice(() -> referral.managerSends(task, decision("assessment")));

        assertThat(answers).filteredOn(Objects::isNull).as("done").hasSize(1);
        assertThat(answers)
                .filteredOn(Objects::nonNull)
                .singleElement()
                .satisfies(
                        refused -> assertThat(refused)
                                .isInstanceOf(SubmissionRefused.class)
                                .message()
                                .matches(
                                        "This task was already completed by grace.obi.|Somebody else changed this task at the same moment.*"));
        assertThat(referral.decided()).containsEntry("outcome", "assessment");
        assertThat(referral.told("referral-outcome")).hasSize(1);
        assertThat(entriesOf(task)).isEqualTo(1);
    }

    @Test
    void two_clicks_that_claim_a_task_claim_it_once() throws Exception {
        var task = referral.task(DECISION);

        assertThat(twice(() -> work.as(MANAGER).claim(task))).containsOnlyNulls();

        assertThat(referral.task(DECISION).getAssignee()).isEqualTo(MANAGER);
    }

    /** At the same moment; what each of the two was refused with. */
    private static List<Throwable> twice(ThrowingCallable click) throws Exception {
        var together = new CyclicBarrier(2);
        var hands = Executors.newFixedThreadPool(2);
        try {
            var one = hands.submit(() -> clicked(click, together));
            var other = hands.submit(() -> clicked(click, together));
            return Arrays.asList(one.get(), other.get());
        } finally {
            hands.shutdown();
        }
    }

    private static Throwable clicked(ThrowingCallable click, CyclicBarrier together) throws Exception {
        together.await();
        return catchThrowable(click);
    }

    @Nested
    class With_strange_characters {

        private static final String STRANGE =
                "<script>alert(1)</script> ${referral.getClass()} #{1+1} {{familyId}} O’Brien \"x\" \\ 家庭";

        @Test
        void text_is_kept_as_it_was_typed_and_nothing_in_it_is_carried_out() {
            referral.managerDecides(Map.of("referralOutcome", "early-help", "reason", STRANGE));
            assertThat(referral.written(DECISION).text("reason")).isEqualTo(STRANGE);
            assertThat(inTheEngine("alert(1)")).isZero();
        }

        @Test
        void a_name_is_kept_as_it_was_typed_and_shown_as_text() {
            var named = new ReferralJourney(beans)
                    .saying("firstName", "<b>${x}</b>")
                    .arrives();
            assertThat(named.child().firstName()).isEqualTo("<b>${x}</b>");
            var page = signedIn.as("tom.reid").get("/families/" + named.familyId());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("&lt;b&gt;${x}&lt;/b&gt;").doesNotContain("<b>${x}");
        }

        private int inTheEngine(String text) {
            return jdbc.sql("""
                            select (select count(*) from act_hi_varinst where text_ like :text)
                              + (select count(*) from act_hi_detail where text_ like :text)
                              + (select count(*) from act_ru_variable where text_ like :text)
                            """)
                    .param("text", "%" + text + "%")
                    .query(Integer.class)
                    .single();
        }
    }

    @Nested
    class When_the_managers_publish_another_form_meanwhile {

        private static final String NEW_QUESTION = """
                {"type": "textfield", "id": "field_whoTells", "key": "whoTells", "label": "Who tells the family?",
                 "validate": {"required": true, "maxLength": 100}},
                """;

        @Test
        void the_open_case_keeps_its_form_and_a_new_one_has_the_new_form() throws Exception {
            var published = publish();
            try {
                var later = new ReferralJourney(beans).arrives();

                assertThat(form(referral)).doesNotContain("Who tells the family?");
                referral.managerDecides("early-help");
                assertThat(referral.ends()).contains("endEvent_earlyHelp");

                assertThat(form(later)).contains("Who tells the family?");
                assertThatThrownBy(() -> later.managerDecides("early-help"))
                        .hasMessage("“Who tells the family?” must be answered.");
                later.managerDecides(
                        Map.of("referralOutcome", "early-help", "reason", "As agreed.", "whoTells", "The school"));
                assertThat(later.written(DECISION).formVersion())
                        .isGreaterThan(referral.written(DECISION).formVersion());
                assertThat(later.written(DECISION).text("whoTells")).isEqualTo("The school");
            } finally {
                engine.getRepositoryService().deleteDeployment(published.getId(), true);
            }
        }

        private Deployment publish() throws IOException {
            var deployment = engine.getRepositoryService()
                    .createDeployment()
                    .name("referral")
                    .source("model-change");
            var files = new PathMatchingResourcePatternResolver();
            deployment.addString("bpmn/referral.bpmn", text(files.getResource("classpath:bpmn/referral.bpmn")));
            for (var form : files.getResources("classpath:forms/referral/*.form")) {
                deployment.addString("forms/referral/" + form.getFilename(), changed(form.getFilename(), text(form)));
            }
            return deployment.deploy();
        }

        private String changed(String file, String form) {
            return file.equals("decide-referral.form")
                    ? form.replaceFirst("\"components\": \\[", "\"components\": [" + NEW_QUESTION)
                    : form;
        }

        private String form(ReferralJourney journey) throws IOException {
            var task = journey.task(DECISION);
            try (var form = engine.getFormService().getDeployedTaskForm(task.getId())) {
                return new String(form.readAllBytes(), UTF_8);
            }
        }

        private String text(org.springframework.core.io.Resource resource) throws IOException {
            return resource.getContentAsString(UTF_8);
        }
    }

    private int entriesOf(Task task) {
        return jdbc.sql("select count(*) from record_entry where task_id = :task")
                .param("task", task.getId())
                .query(Integer.class)
                .single();
    }

    private int referrals() {
        return jdbc.sql("select count(*) from act_hi_procinst where proc_def_key_ = 'referral'")
                .query(Integer.class)
                .single();
    }
}
