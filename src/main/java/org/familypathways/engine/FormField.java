package org.familypathways.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form.
 *
 * @param key what the answer is stored under
 * @param label the question as the worker reads it
 * @param type the component type of Camunda Forms, for example {@code textfield}
 * @param subtype {@code date}, {@code time} or {@code datetime} for the type {@code datetime}
 * @param rules what an answer must keep to
 * @param options the answers to choose from; empty when the question has none
 * @param optionsFrom the variable that holds the answers to choose from, when the form does not list them itself
 * @param hiddenWhen a FEEL expression under which the question is not asked
 * @param columns the questions of one row, for a list of rows
 */
public record FormField(
        String key,
        String label,
        String type,
        @Nullable String subtype,
        Rules rules,
        List<Option> options,
        @Nullable String optionsFrom,
        @Nullable String hiddenWhen,
        List<FormField> columns) {

    /** An answer to choose: the code that is stored and the words that are shown. */
    public record Option(String value, String label) {}

    /** Limits as the form states them; lengths in characters. */
    public record Rules(
            boolean required,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String pattern) {}

    /** Whether people write in it freely; such an answer belongs to the record and never to the engine. */
    public boolean isFreeText() {
        return switch (type) {
            case "radio", "select", "checkbox", "number", "datetime" -> false;
            default -> true;
        };
    }

    /** The words for a stored code; empty when the code is none of the options. */
    public Optional<String> labelOf(String code) {
        return options.stream()
                .filter(option -> option.value().equals(code))
                .map(Option::label)
                .findFirst();
    }
}
