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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds a submission against its form, as the browser did and cannot be trusted to have done. Answers to questions that
 * were hidden are left out; an answer to a question that the form does not ask is refused.
 */
final class FormCheck {

    private static final int LONGEST_TEXT = 50_000;
    private static final int MOST_ROWS = 200;

    /** As many digits as a number can have without losing one on its way through a browser. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?([eE]-?\\d{1,2})?");

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
        return accept(form.fields(), answers, known);
    }

    /** @param known for a row, the answers outside of it as well */
    private Map<String, Object> accept(List<FormField> fields, Map<?, ?> answers, Map<String, Object> known) {
        // refusals are logged, so they repeat nothing that somebody sent
        var keys = fields.stream().map(FormField::key).collect(Collectors.toSet());
        if (!keys.containsAll(answers.keySet())) {
            throw new SubmissionRefused("Something was answered that this form does not ask.");
        }
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
                fault(field, answer, context).ifPresent(fault -> refuse(field, fault));
                accepted.put(field.key(), kept(field, answer, context));
            }
        }
        return accepted;
    }

    private Object kept(FormField field, Object answer, Map<String, Object> context) {
        return switch (field.type()) {
            case "number" -> number(answer).orElseThrow();
            case "dynamiclist" -> rows(field, (Collection<?>) answer, context);
            default -> answer;
        };
    }

    private List<Map<String, Object>> rows(FormField field, Collection<?> rows, Map<String, Object> context) {
        return rows.stream()
                .map(row -> accept(field.columns(), rowOf(field, row), context))
                .toList();
    }

    private static Map<?, ?> rowOf(FormField field, Object row) {
        if (row instanceof Map<?, ?> answers) {
            return answers;
        }
        throw new SubmissionRefused("“%s” has a row that could not be read.".formatted(field.label()));
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

    private static Optional<String> fault(FormField field, Object answer, Map<String, Object> known) {
        return Optional.ofNullable(
                switch (field.type()) {
                    case "textfield", "textarea" -> textFault(field.rules(), answer);
                    case "number" -> numberFault(field.rules(), answer);
                    case "checkbox" -> answer instanceof Boolean ? null : "must be ticked or left empty";
                    case "radio", "select" -> optionsFault(choices(field, known), List.of(answer));
                    case "checklist", "taglist" -> optionsFault(choices(field, known), answer);
                    case "datetime" -> dateFault(field, answer);
                    case "dynamiclist" -> rowsFault(answer);
                    default -> "is a kind of question that this system does not know";
                });
    }

    private static @Nullable String textFault(FormField.Rules rules, Object answer) {
        if (!(answer instanceof String text)) {
            return "must be text";
        }
        if (text.length() > LONGEST_TEXT) {
            return tooLong(LONGEST_TEXT, text.length());
        }
        // without the space around it, as the browser counts
        int length = text.strip().length();
        if (rules.maxLength() != null && length > rules.maxLength()) {
            return tooLong(rules.maxLength(), length);
        }
        if (rules.minLength() != null && length < rules.minLength()) {
            return "must have at least %d characters".formatted(rules.minLength());
        }
        boolean matches = rules.pattern() == null
                || Pattern.compile(rules.pattern()).matcher(text).find();
        return matches ? null : "is not in the form that was asked for";
    }

    private static String tooLong(int longest, int length) {
        return "must be no longer than %,d characters; it has %,d".formatted(longest, length);
    }

    private static @Nullable String numberFault(FormField.Rules rules, Object answer) {
        var given = number(answer);
        if (given.isEmpty()) {
            return "must be a number";
        }
        var number = new BigDecimal(given.get().toString());
        if (rules.min() != null && number.compareTo(rules.min()) < 0) {
            return "must be at least " + rules.min().toPlainString();
        }
        boolean tooLarge = rules.max() != null && number.compareTo(rules.max()) > 0;
        return tooLarge ? "must be at most " + rules.max().toPlainString() : null;
    }

    /** The answer as the engine and the record keep numbers, also when a client sent it as text. */
    private static Optional<Number> number(Object answer) {
        if (!NUMBER.matcher(String.valueOf(answer).strip()).matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(String.valueOf(answer).strip());
        try {
            return Optional.of(number.intValueExact());
        } catch (ArithmeticException tooLargeOrNotWhole) {
            return Optional.of(number.doubleValue());
        }
    }

    /** The codes that may be chosen, from the form itself or from the variable that it names. */
    private static Set<String> choices(FormField field, Map<String, Object> known) {
        if (field.optionsFrom() == null) {
            return field.options().stream().map(FormField.Option::value).collect(Collectors.toSet());
        }
        return Answers.plain(known.get(field.optionsFrom())) instanceof Collection<?> offered
                ? offered.stream()
                        .map(one -> one instanceof Map<?, ?> option ? option.get("value") : one)
                        .map(String::valueOf)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static @Nullable String optionsFault(Set<String> choices, Object answer) {
        if (!(answer instanceof Collection<?> chosen)) {
            return "must be a choice from the list";
        }
        var codes = chosen.stream().map(String::valueOf).collect(Collectors.toSet());
        if (codes.size() < chosen.size()) {
            return "has the same answer twice";
        }
        return choices.containsAll(codes) ? null : "must be one of the answers to choose from";
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
