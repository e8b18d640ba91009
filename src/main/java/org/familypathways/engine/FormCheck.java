package org.familypathways.engine;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds a submission against its form, as the browser did and cannot be trusted to have done. Answers to questions that
 * were hidden are left out; an answer to a question that the form does not ask is refused.
 */
final class FormCheck {

    private static final int LONGEST_TEXT = 50_000;
    private static final int MOST_ROWS = 200;

    private final Feel feel;

    FormCheck(Feel feel) {
        this.feel = feel;
    }

    /**
     * @param known what the form can see besides the answers: the variables of the case
     * @return the answers to the questions that were asked
     * @throws SubmissionRefused with the first fault, in the order of the form
     */
    Map<String, Object> accept(FormDefinition form, Map<String, Object> answers, Map<String, Object> known) {
        // refusals are logged, so they repeat nothing that somebody sent
        if (answers.keySet().stream().anyMatch(key -> form.field(key).isEmpty())) {
            throw new SubmissionRefused("Something was answered that this form does not ask.");
        }
        return accept(form.fields(), answers, known);
    }

    private Map<String, Object> accept(List<FormField> fields, Map<String, Object> answers, Map<String, Object> known) {
        var context = new LinkedHashMap<>(known);
        fields.forEach(field -> context.put(field.key(), answers.get(field.key())));
        var accepted = new LinkedHashMap<String, Object>();
        for (FormField field : fields) {
            if (field.hiddenWhen() != null && feel.isTrue(field.hiddenWhen(), context)) {
                continue;
            }
            Object answer = emptyToNull(answers.get(field.key()));
            requireAnswered(field, answer);
            if (answer != null) {
                fault(field, answer).ifPresent(fault -> refuse(field, fault));
                accepted.put(field.key(), field.columns().isEmpty() ? answer : rows(field, answer, known));
            }
        }
        return accepted;
    }

    private List<Map<String, Object>> rows(FormField field, Object answer, Map<String, Object> known) {
        return ((Collection<?>) answer)
                .stream()
                        .map(row -> accept(field.columns(), rowOf(field, row), known))
                        .toList();
    }

    private static Map<String, Object> rowOf(FormField field, Object row) {
        if (!(row instanceof Map<?, ?> map)) {
            throw new SubmissionRefused("“%s” has a row that could not be read.".formatted(field.label()));
        }
        var answers = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> answers.put(String.valueOf(key), value));
        return answers;
    }

    private static @Nullable Object emptyToNull(@Nullable Object answer) {
        boolean empty = answer == null
                || answer instanceof String text && text.isBlank()
                || answer instanceof Collection<?> list && list.isEmpty();
        return empty ? null : answer;
    }

    private static void requireAnswered(FormField field, @Nullable Object answer) {
        boolean unticked = field.type().equals("checkbox") && !Boolean.TRUE.equals(answer);
        if (field.rules().required() && (answer == null || unticked)) {
            refuse(field, unticked ? "must be ticked" : "must be answered");
        }
    }

    private static void refuse(FormField field, String fault) {
        throw new SubmissionRefused("“%s” %s.".formatted(field.label(), fault));
    }

    private static Optional<String> fault(FormField field, Object answer) {
        return Optional.ofNullable(
                switch (field.type()) {
                    case "textfield", "textarea" -> textFault(field.rules(), answer);
                    case "number" -> numberFault(field.rules(), answer);
                    case "checkbox" -> answer instanceof Boolean ? null : "must be ticked or left empty";
                    case "radio", "select" -> optionFault(field, answer);
                    case "checklist", "taglist" -> optionsFault(field, answer);
                    case "datetime" -> dateFault(field, answer);
                    case "dynamiclist" -> rowsFault(answer);
                    default -> "is a kind of question that this system does not know";
                });
    }

    private static @Nullable String textFault(FormField.Rules rules, Object answer) {
        if (!(answer instanceof String text)) {
            return "must be text";
        }
        int longest = rules.maxLength() == null ? LONGEST_TEXT : rules.maxLength();
        if (text.length() > longest) {
            return "must be no longer than %,d characters; it has %,d".formatted(longest, text.length());
        }
        if (rules.minLength() != null && text.length() < rules.minLength()) {
            return "must have at least %d characters".formatted(rules.minLength());
        }
        if (text.indexOf('\0') >= 0) {
            return "has a character that cannot be stored";
        }
        boolean matches = rules.pattern() == null
                || Pattern.compile(rules.pattern()).matcher(text).find();
        return matches ? null : "is not in the form that was asked for";
    }

    private static @Nullable String numberFault(FormField.Rules rules, Object answer) {
        BigDecimal number;
        try {
            number = new BigDecimal(String.valueOf(answer));
        } catch (NumberFormatException e) {
            return "must be a number";
        }
        if (rules.min() != null && number.compareTo(rules.min()) < 0) {
            return "must be at least " + rules.min().toPlainString();
        }
        boolean tooLarge = rules.max() != null && number.compareTo(rules.max()) > 0;
        return tooLarge ? "must be at most " + rules.max().toPlainString() : null;
    }

    private static @Nullable String optionFault(FormField field, Object answer) {
        boolean known = field.options().isEmpty()
                || field.labelOf(String.valueOf(answer)).isPresent();
        return known ? null : "must be one of the answers to choose from";
    }

    private static @Nullable String optionsFault(FormField field, Object answer) {
        if (!(answer instanceof Collection<?> chosen)) {
            return "must be a choice from the list";
        }
        return chosen.stream()
                .map(one -> optionFault(field, one))
                .filter(fault -> fault != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String rowsFault(Object answer) {
        if (!(answer instanceof Collection<?> rows)) {
            return "must be a list";
        }
        return rows.size() > MOST_ROWS ? "must have at most %d rows".formatted(MOST_ROWS) : null;
    }

    private static @Nullable String dateFault(FormField field, Object answer) {
        String text = String.valueOf(answer);
        try {
            switch (field.subtype() == null ? "date" : field.subtype()) {
                case "time" -> LocalTime.parse(text.replaceAll("(Z|[+-]\\d\\d:\\d\\d)$", ""));
                case "datetime" -> OffsetDateTime.parse(text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$") ? text : text + "Z");
                default -> {
                    int year = LocalDate.parse(text).getYear();
                    return year < 1900 || year > 2200 ? "must be a date between 1900 and 2200" : null;
                }
            }
            return null;
        } catch (DateTimeException e) {
            return "must be a real date or time";
        }
    }
}
