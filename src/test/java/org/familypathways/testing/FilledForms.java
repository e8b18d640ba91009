package org.familypathways.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.familypathways.engine.FormDefinition;
import org.familypathways.engine.FormField;
import org.jspecify.annotations.Nullable;

/** Answers every question of any form: choices in turn, and one word of the test's own wherever somebody can write. */
public final class FilledForms {

    private final String word;
    private final LocalDate today;

    public FilledForms(String word, LocalDate today) {
        this.word = word;
        this.today = today;
    }

    /**
     * @param formId {@code <pathway>.<form>}
     * @param turn which of the choices to take
     */
    public Map<String, Object> answers(String formId, int turn) {
        Path file = Path.of("forms", formId.replaceFirst("\\.", "/") + ".form");
        try {
            return answers(FormDefinition.parse(Files.readAllBytes(file), 1).fields(), turn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> answers(List<FormField> fields, int turn) {
        var answers = new LinkedHashMap<String, Object>();
        for (FormField field : fields) {
            Object answer = answer(field, turn);
            if (answer != null) {
                answers.put(field.key(), answer);
            }
        }
        return answers;
    }

    private @Nullable Object answer(FormField field, int turn) {
        return switch (field.type()) {
            case "textfield", "textarea" -> written(field);
            case "number" ->
                field.rules().min() == null ? 1 : field.rules().min().intValue();
            case "checkbox" -> true;
            case "radio", "select" -> choice(field, turn);
            case "checklist", "taglist" ->
                field.options().stream().map(FormField.Option::value).toList();
            case "datetime" -> "date".equals(field.subtype()) ? today.toString() : "10:00";
            case "dynamiclist" -> List.of(answers(field.columns(), turn));
            default -> null;
        };
    }

    private String written(FormField field) {
        Integer longest = field.rules().maxLength();
        String text = word + field.key();
        return longest != null && text.length() > longest ? word : text;
    }

    private static @Nullable String choice(FormField field, int turn) {
        var options = field.options();
        return options.isEmpty() ? null : options.get(turn % options.size()).value();
    }
}
