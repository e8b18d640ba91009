package org.familypathways.record.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.familypathways.engine.FormDefinition;
import org.familypathways.engine.FormField;
import org.familypathways.record.EnglishTime;
import org.jspecify.annotations.Nullable;

/** Puts answers beside the questions of the form in which they were given, and codes, dates and references into words. */
public final class ReadableAnswers {

    private final Map<String, String> names;

    private ReadableAnswers(Map<String, String> names) {
        this.names = names;
    }

    /**
     * In the order of the form; what the form does not know comes last, under its key.
     *
     * @param names of people and workers by their reference, for choices that the case offered
     */
    public static List<ReadableAnswer> of(
            @Nullable FormDefinition form, Map<String, Object> answers, Map<String, String> names) {
        return new ReadableAnswers(names).of(form, answers);
    }

    private List<ReadableAnswer> of(@Nullable FormDefinition form, Map<String, Object> answers) {
        var fields = form == null ? List.<FormField>of() : form.fields();
        var readable = new ArrayList<>(ofFields(fields, answers));
        answers.forEach((key, answer) -> {
            if (fields.stream().noneMatch(field -> field.key().equals(key))) {
                readable.add(new ReadableAnswer(words(key), texts(null, answer), List.of()));
            }
        });
        return readable.stream().filter(ReadableAnswers::wasAnswered).toList();
    }

    private List<ReadableAnswer> ofFields(List<FormField> fields, Map<?, ?> answers) {
        return fields.stream()
                .filter(field -> answers.get(field.key()) != null)
                .map(field -> answer(field, answers.get(field.key())))
                .toList();
    }

    private ReadableAnswer answer(FormField field, @Nullable Object answer) {
        if (!field.columns().isEmpty() && answer instanceof Collection<?> rows) {
            return new ReadableAnswer(
                    field.label(),
                    List.of(),
                    rows.stream()
                            .filter(Map.class::isInstance)
                            .map(row -> ofFields(field.columns(), (Map<?, ?>) row))
                            .toList());
        }
        return new ReadableAnswer(field.label(), texts(field, answer), List.of());
    }

    private List<String> texts(@Nullable FormField field, @Nullable Object answer) {
        if (answer instanceof Collection<?> chosen) {
            return chosen.stream().map(one -> text(field, one)).toList();
        }
        return List.of(text(field, answer));
    }

    private String text(@Nullable FormField field, @Nullable Object answer) {
        if (answer == null) {
            return "";
        }
        if (answer instanceof Boolean yes) {
            return yes ? "Yes" : "No";
        }
        String text = String.valueOf(answer);
        if (field == null) {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? moment(text) : text;
        }
        return field.type().equals("datetime")
                ? moment(text)
                : field.labelOf(text).orElseGet(() -> chosen(field, text));
    }

    private String chosen(FormField field, String text) {
        return field.isFreeText() ? text : names.getOrDefault(text, text);
    }

    private static String moment(String text) {
        try {
            if (text.length() == 10) {
                return EnglishTime.day(LocalDate.parse(text));
            }
            return text.contains("T") ? dateAndTime(text) : text;
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static String dateAndTime(String text) {
        var local = text.endsWith("Z") || text.lastIndexOf('+') > 10
                ? Optional.<LocalDateTime>empty()
                : Optional.of(LocalDateTime.parse(text));
        return local.map(moment -> EnglishTime.day(moment.toLocalDate()) + " at " + moment.toLocalTime())
                .orElseGet(() -> EnglishTime.moment(OffsetDateTime.parse(text).toInstant()));
    }

    private static boolean wasAnswered(ReadableAnswer answer) {
        return !answer.rows().isEmpty() || answer.texts().stream().anyMatch(text -> !text.isBlank());
    }

    private static String words(String key) {
        String spaced = key.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase();
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
