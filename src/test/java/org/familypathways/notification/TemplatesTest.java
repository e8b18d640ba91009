package org.familypathways.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.familypathways.notification.Addressee.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

    private static final Templates TEMPLATES = new Templates();
    private static final NotificationSettings SETTINGS = new NotificationSettings(
            "https://pathways.example.org", "Children's services", "the worker who knows you", "no-reply@example.org");

    static Set<String> names() {
        return TEMPLATES.names();
    }

    @Test
    void there_are_words_for_everything_that_people_are_told() {
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "action-overdue",
                        "co-ordinator-allocated",
                        "co-ordinator-changed",
                        "co-ordinator-needed",
                        "conference-acknowledged",
                        "conference-held",
                        "conference-invitation",
                        "conference-not-held",
                        "conference-referral-not-accepted",
                        "conference-offer-made",
                        "conference-urgent",
                        "conflict-declared",
                        "consent-not-given",
                        "consent-withdrawn",
                        "family-plan-agreed",
                        "family-plan-closed",
                        "family-plan-not-agreed",
                        "initial-conference-booked",
                        "initial-conference-outcome",
                        "offer-accepted",
                        "offer-declined",
                        "offer-no-response",
                        "offer-put-off",
                        "offer-reminder",
                        "referral-outcome",
                        "restricted-family-nobody-left",
                        "restricted-family-one-left",
                        "review-conference-due",
                        "safeguarding-concern-reported",
                        "strategy-discussion-needed",
                        "timescale-missed",
                        "timescale-warning");
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_has_a_title_a_short_subject_and_a_body_that_is_no_novel(String name) {
        var file = TEMPLATES.file(name);
        assertThat(file.title()).hasSizeBetween(10, 60);
        assertThat(file.parts()).isNotEmpty();
        assertThat(file.parts().values()).allSatisfy(template -> {
            assertThat(template.subject()).hasSizeBetween(10, 80).doesNotContain("\n");
            assertThat(template.body()).hasSizeBetween(80, 1_500);
            assertThat(Stream.of(template.body().split("[.?!:]\\s"))
                            .mapToInt(sentence -> sentence.split("\\s+").length))
                    .as("words in a sentence")
                    .allMatch(words -> words <= 40);
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_leaves_open_only_what_is_known(String name) {
        TEMPLATES
                .file(name)
                .parts()
                .values()
                .forEach(template -> assertThat(template.placeholders())
                        .allMatch(key -> Placeholder.of(key).isPresent()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void workers_get_a_reference_and_a_link_and_no_place_for_names_or_text(String name) {
        TEMPLATES.file(name).to(Kind.WORKER).ifPresent(template -> {
            assertThat(template.placeholders()).contains("family", "link");
            assertThat(template.placeholders())
                    .allMatch(key -> Placeholder.of(key).orElseThrow().isForWorkers());
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_family_member_gets_neither_a_reference_nor_a_link_but_somebody_to_ask(String name) {
        TEMPLATES.file(name).to(Kind.PERSON).ifPresent(template -> {
            assertThat(template.placeholders()).contains("name", "contact").doesNotContain("family", "link");
        });
    }

    @Test
    void dates_are_said_in_english() {
        var notice = new Notice(
                "initial-conference-booked",
                "F-000001",
                new Recipient.ToWorker("a"),
                "1",
                Map.of("date", "2027-01-04"));

        assertThat(words(notice, Kind.WORKER, null).subject())
                .isEqualTo("Family F-000001: the initial conference is on 4 January 2027");
    }

    @Test
    void what_stands_in_for_a_placeholder_stays_text() {
        String odd = "${sink} {contact} <script>alert(1)</script> \\1 $0";
        var notice = new Notice(
                "conference-invitation",
                "F-000001",
                new Recipient.ToPerson("P-000001"),
                "1",
                Map.of("date", "2027-01-04", "time", "10 am", "place", odd));

        assertThat(words(notice, Kind.PERSON, "Jo").body()).contains("Where: " + odd);
    }

    @Test
    void a_line_break_in_a_value_makes_no_second_header() {
        var notice = new Notice("conference-offer-made", "F-000001", new Recipient.ToPerson("P-000001"), "1");

        assertThat(words(notice, Kind.PERSON, "Jo\r\nBcc: x@example.org").body())
                .contains("Dear Jo Bcc: x@example.org,");
    }

    @Test
    void a_notice_that_lacks_a_detail_is_refused_without_repeating_what_was_given() {
        var lacking = new Notice("initial-conference-booked", "F-000001", new Recipient.ToWorker("a"), "1");
        var wrong = new Notice(
                "timescale-missed",
                "F-000001",
                new Recipient.ToWorker("a"),
                "1",
                Map.of("due", "when Jo Example is back", "timescale", "First visit"));

        assertThatThrownBy(() -> words(lacking, Kind.WORKER, null)).hasMessageContaining("{date}");
        assertThatThrownBy(() -> words(wrong, Kind.WORKER, null))
                .hasMessageContaining("{due}")
                .hasMessageNotContaining("Jo");
    }

    private static Message words(Notice notice, Kind kind, String name) {
        var wording = new Wording(TEMPLATES, SETTINGS);
        return wording.message(notice.template(), kind, wording.values(notice, kind, name));
    }
}
