package org.familypathways.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormCheckTest {

    private static final FormDefinition FORM = FormDefinition.parse("""
            {"id": "test.visit", "type": "default", "schemaVersion": 16, "components": [
              {"type": "text", "text": "About the visit"},
              {"type": "group", "label": "The visit", "components": [
                {"type": "datetime", "subtype": "date", "key": "visitedOn", "dateLabel": "When was the visit?",
                 "validate": {"required": true}},
                {"type": "datetime", "subtype": "time", "key": "visitedAt", "timeLabel": "At what time?"}]},
              {"type": "radio", "key": "seen", "label": "Was the child seen?", "validate": {"required": true},
               "values": [{"value": "yes", "label": "Yes"}, {"value": "no", "label": "No"}]},
              {"type": "textarea", "key": "whyNot", "label": "Why not?",
               "conditional": {"hide": "=seen != \\"no\\""}, "validate": {"required": true, "maxLength": 20}},
              {"type": "number", "key": "rooms", "label": "How many rooms?", "validate": {"min": 1, "max": 9}},
              {"type": "textfield", "key": "postcode", "label": "Postcode", "validate": {"pattern": "^[A-Z0-9 ]+$"}},
              {"type": "checkbox", "key": "confirmed", "label": "I have checked this"},
              {"type": "checklist", "key": "topics", "label": "What was talked about?",
               "values": [{"value": "school", "label": "School"}, {"value": "health", "label": "Health"}]},
              {"type": "dynamiclist", "path": "actions", "label": "Actions", "components": [
                {"type": "textfield", "key": "what", "label": "What will be done?", "validate": {"required": true}},
                {"type": "number", "key": "weeks", "label": "In how many weeks?", "validate": {"max": 52}}]}
            ]}
            """.getBytes(StandardCharsets.UTF_8), 3);

    private final FormCheck check = new FormCheck(new Feel());

    @Test
    void a_form_knows_its_questions_through_groups() {
        assertThat(FORM.id()).isEqualTo("test.visit");
        assertThat(FORM.fields())
                .extracting(FormField::key)
                .containsExactly(
                        "visitedOn",
                        "visitedAt",
                        "seen",
                        "whyNot",
                        "rooms",
                        "postcode",
                        "confirmed",
                        "topics",
                        "actions");
        assertThat(FORM.field("visitedOn").orElseThrow().label()).isEqualTo("When was the visit?");
        assertThat(FORM.field("seen").orElseThrow().labelOf("no")).contains("No");
    }

    @Test
    void good_answers_are_accepted_as_they_are() {
        var answers = with(
                Map.of("rooms", 4, "topics", List.of("school"), "actions", List.of(Map.of("what", "Call the school"))));

        assertThat(accepted(answers)).isEqualTo(answers);
    }

    @Test
    void the_answer_to_a_hidden_question_is_left_out_and_not_missed() {
        assertThat(accepted(with(Map.of("whyNot", "x")))).doesNotContainKey("whyNot");
        assertThat(accepted(with(Map.of("seen", "no", "whyNot", "Not at home"))))
                .containsKey("whyNot");
    }

    @Test
    void blanks_count_as_not_answered() {
        var answers = with(Map.of("seen", "no", "whyNot", "  "));

        assertRefused(answers, "“Why not?” must be answered.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    visitedOn | 2026-02-30                  | “When was the visit?” must be a real date or time.
                    visitedOn | 22/11/2026                  | “When was the visit?” must be a real date or time.
                    visitedOn | 0026-11-22                  | “When was the visit?” must be a date between 1900 and 2200.
                    visitedAt | 25:00                       | “At what time?” must be a real date or time.
                    seen      | perhaps                     | “Was the child seen?” must be one of the answers to choose from.
                    rooms     | 0                           | “How many rooms?” must be at least 1.
                    rooms     | 10                          | “How many rooms?” must be at most 9.
                    rooms     | many                        | “How many rooms?” must be a number.
                    postcode  | ls1 1aa                     | “Postcode” is not in the form that was asked for.
                    confirmed | yes                         | “I have checked this” must be ticked or left empty.
                    topics    | school                      | “What was talked about?” must be a choice from the list.
                    actions   | call                        | “Actions” must be a list.
                    """)
    void a_wrong_answer_is_refused_with_a_sentence_that_names_the_question(String key, String answer, String sentence) {
        assertRefused(with(Map.of(key, answer)), sentence);
    }

    @Test
    void a_text_that_is_too_long_is_refused_with_its_length() {
        assertRefused(
                with(Map.of("seen", "no", "whyNot", "x".repeat(21))),
                "“Why not?” must be no longer than 20 characters; it has 21.");
    }

    @Test
    void rows_are_held_against_their_own_questions() {
        assertRefused(with(Map.of("actions", List.of(Map.of("weeks", 3)))), "“What will be done?” must be answered.");
        assertRefused(
                with(Map.of("topics", List.of("school", "money"))),
                "“What was talked about?” must be one of the" + " answers to choose from.");
    }

    @Test
    void an_answer_in_a_row_that_was_not_asked_for_is_refused() {
        assertRefused(
                with(Map.of("actions", List.of(Map.of("what", "Call", "familyId", "F-000001")))),
                "Something was answered that this form does not ask.");
    }

    @Test
    void a_number_is_kept_as_a_number_however_it_was_sent() {
        assertThat(accepted(with(Map.of("rooms", "4")))).containsEntry("rooms", 4);
        assertThat(accepted(with(Map.of("rooms", 4.0)))).containsEntry("rooms", 4);
        assertThat(accepted(with(Map.of("rooms", 4.5)))).containsEntry("rooms", 4.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e999999999", "0x1", "1234567890123456789", "four", "true"})
    void what_is_no_number_that_a_browser_can_send_is_refused(String answer) {
        assertRefused(with(Map.of("rooms", answer)), "“How many rooms?” must be a number.");
    }

    @Test
    void an_option_is_chosen_once() {
        assertRefused(
                with(Map.of("topics", List.of("school", "school"))),
                "“What was talked about?” has the same answer twice.");
    }

    @Test
    void space_around_a_text_is_not_counted_as_the_browser_does_not() {
        assertThat(accepted(with(Map.of("seen", "no", "whyNot", " " + "x".repeat(20) + "\n"))))
                .containsKey("whyNot");
    }

    @Test
    void only_an_answer_that_the_case_offers_can_be_chosen() {
        var form = form("""
                {"type": "select", "key": "coordinator", "label": "Who?", "valuesKey": "coordinators"}""");
        var offered = Map.<String, Object>of(
                "coordinators", Spin.JSON("[{\"value\": \"ben.cole\", \"label\": \"Ben Cole\"}]"));

        assertThat(check.accept(form, Map.of("coordinator", "ben.cole"), offered))
                .containsEntry("coordinator", "ben.cole");
        assertThatThrownBy(() -> check.accept(form, Map.of("coordinator", "A story about a family"), offered))
                .hasMessage("“Who?” must be one of the answers to choose from.");
        assertThatThrownBy(() -> check.accept(form, Map.of("coordinator", "ben.cole"), Map.of()))
                .hasMessage("“Who?” must be one of the answers to choose from.");
    }

    @Test
    void what_hides_a_group_hides_its_questions() {
        var form = form("""
                {"type": "checkbox", "key": "held", "label": "It was held"},
                {"type": "group", "label": "The meeting", "conditional": {"hide": "=held != true"}, "components": [
                  {"type": "textfield", "key": "place", "label": "Where?", "validate": {"required": true}},
                  {"type": "textfield", "key": "room", "label": "Which room?", "validate": {"required": true},
                   "conditional": {"hide": "=place = \\"outside\\""}}]}""");

        assertThat(check.accept(form, Map.of("held", false), Map.of())).containsOnlyKeys("held");
        assertThat(check.accept(form, Map.of("held", true, "place", "outside"), Map.of()))
                .containsOnlyKeys("held", "place");
        assertThatThrownBy(() -> check.accept(form, Map.of("held", true, "place", "school"), Map.of()))
                .hasMessage("“Which room?” must be answered.");
    }

    @Test
    void a_question_in_a_row_may_be_hidden_by_an_answer_outside_of_it() {
        var form = form("""
                {"type": "checkbox", "key": "abroad", "label": "Abroad"},
                {"type": "dynamiclist", "path": "stays", "label": "Stays", "components": [
                  {"type": "textfield", "key": "country", "label": "Which country?", "validate": {"required": true},
                   "conditional": {"hide": "=abroad = false"}},
                  {"type": "number", "key": "nights", "label": "Nights"}]}""");

        assertThat(check.accept(form, Map.of("abroad", false, "stays", List.of(Map.of("nights", 2))), Map.of()))
                .containsEntry("stays", List.of(Map.of("nights", 2)));
    }

    @Test
    void the_null_character_goes_and_the_rest_stays() {
        assertThat(Answers.plain(Map.of("a\0", List.of(Map.of("b", "x\0y")))))
                .isEqualTo(Map.of("a", List.of(Map.of("b", "xy"))));
    }

    @Test
    void an_answer_to_a_question_that_was_not_asked_is_refused() {
        assertRefused(with(Map.of("familyId", "F-000001")), "Something was answered that this form does not ask.");
    }

    @Test
    void a_missing_answer_is_refused() {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("seen", "yes");

        assertRefused(answers, "“When was the visit?” must be answered.");
    }

    private static FormDefinition form(String components) {
        return FormDefinition.parse(
                "{\"id\": \"test.form\", \"components\": [%s]}"
                        .formatted(components)
                        .getBytes(StandardCharsets.UTF_8),
                1);
    }

    private static Map<String, Object> with(Map<String, Object> more) {
        var answers = new LinkedHashMap<String, Object>(Map.of("visitedOn", "2026-11-22", "seen", "yes"));
        answers.putAll(more);
        return answers;
    }

    private Map<String, Object> accepted(Map<String, Object> answers) {
        return check.accept(FORM, answers, Map.of());
    }

    private void assertRefused(Map<String, Object> answers, String sentence) {
        assertThatThrownBy(() -> accepted(answers))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessage(sentence);
    }
}
