package org.familypathways.intake.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Takes the values out of a JSON object and notes every problem, so that the sender learns of all of them at once. */
final class JsonFields {

    private static final Pattern DATE = Pattern.compile("(19|20)\\d\\d-\\d\\d-\\d\\d");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\r\n\t]]|\\p{Cs}");

    private final String prefix;
    private final JsonNode object;
    private final List<FieldProblem> problems;
    private final Set<String> known = new HashSet<>();

    JsonFields(JsonNode object, List<FieldProblem> problems) {
        this("", object, problems);
    }

    private JsonFields(String prefix, JsonNode object, List<FieldProblem> problems) {
        this.prefix = prefix;
        this.object = object;
        this.problems = problems;
    }

    JsonFields object(String field) {
        var value = value(field);
        if (value == null || !value.isObject()) {
            problem(field, value == null ? "is missing" : "must be an object");
            return new JsonFields(prefix + field + ".", JsonNodeFactory.instance.objectNode(), new ArrayList<>());
        }
        return new JsonFields(prefix + field + ".", value, problems);
    }

    @Nullable
    String text(String field, int longest) {
        var value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            return problem(field, "must be text");
        }
        String text = value.asString().strip();
        if (text.length() > longest) {
            return problem(field, "is longer than %d characters".formatted(longest));
        }
        if (UNPRINTABLE.matcher(text).find()) {
            return problem(field, "has characters that cannot be printed");
        }
        return text.isEmpty() ? null : text;
    }

    @Nullable
    String matching(String field, Pattern pattern, String complaint) {
        var text = text(field, 1_000);
        return text == null || pattern.matcher(text).matches() ? text : problem(field, complaint);
    }

    @Nullable
    String code(String field, Set<String> codes, String complaint) {
        var text = text(field, 1_000);
        return text == null || codes.contains(text) ? text : problem(field, complaint);
    }

    @Nullable
    LocalDate date(String field) {
        var text = text(field, 1_000);
        if (text == null) {
            return null;
        }
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // said below
        }
        problem(field, "is not a date like 2026-11-23");
        return null;
    }

    @Nullable
    Boolean flag(String field) {
        var value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            problem(field, "must be true or false");
            return null;
        }
        return value.asBoolean();
    }

    <T> @Nullable T required(String field, @Nullable T value) {
        boolean saidNothing = this.value(field) == null
                || object.get(field).isString() && object.get(field).asString().isBlank();
        if (saidNothing) {
            problem(field, "is missing");
        }
        return value;
    }

    @Nullable
    String problem(String field, String complaint) {
        problems.add(new FieldProblem(prefix + field, "%s%s %s.".formatted(prefix, field, complaint)));
        return null;
    }

    /** To be called when everything that is known has been taken. */
    void refuseOthers() {
        for (String field : object.propertyNames()) {
            if (!known.contains(field)) {
                String shown = field.length() > 60 ? field.substring(0, 60) + "…" : field;
                problem(shown, "is not a field of a referral");
            }
        }
    }

    private @Nullable JsonNode value(String field) {
        known.add(field);
        var value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
