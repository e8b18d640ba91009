package org.familypathways.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A form as Tasklist shows it: its questions in order. Groups are flattened, since they only arrange questions; what
 * hides a group hides each of its questions.
 *
 * @param id the form's id, {@code <pathway>.<form>}
 * @param version the deployed version; 0 for a form that is not deployed
 * @param fields the questions, top to bottom
 */
public record FormDefinition(String id, int version, List<FormField> fields) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> DECORATION = Set.of("text", "image", "html", "spacer", "separator", "button");

    /** @throws tools.jackson.core.JacksonException when the text is no JSON */
    public static FormDefinition parse(byte[] schema, int version) {
        var root = JSON.readTree(schema);
        var fields = new ArrayList<FormField>();
        root.path("components").forEach(component -> addTo(fields, component, null));
        return new FormDefinition(root.path("id").asString(""), version, List.copyOf(fields));
    }

    public Optional<FormField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    private static void addTo(List<FormField> fields, JsonNode component, @Nullable String groupHiddenWhen) {
        String type = component.path("type").asString("");
        String hiddenWhen = either(groupHiddenWhen, text(component.path("conditional"), "hide"));
        if (type.equals("group")) {
            component.path("components").forEach(inner -> addTo(fields, inner, hiddenWhen));
        } else if (!DECORATION.contains(type)) {
            fields.add(field(component, type, hiddenWhen));
        }
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return "(%s) or (%s)".formatted(Feel.condition(one), Feel.condition(other));
    }

    private static FormField field(JsonNode component, String type, @Nullable String hiddenWhen) {
        var columns = new ArrayList<FormField>();
        component.path("components").forEach(inner -> addTo(columns, inner, null));
        String key = type.equals("dynamiclist") ? text(component, "path") : text(component, "key");
        String label = text(component, type.equals("datetime") ? labelOfDate(component) : "label");
        return new FormField(
                key == null ? "" : key,
                label == null ? "" : label,
                type,
                text(component, "subtype"),
                rules(component.path("validate")),
                options(component),
                text(component, "valuesKey"),
                hiddenWhen,
                List.copyOf(columns));
    }

    private static String labelOfDate(JsonNode component) {
        return "time".equals(text(component, "subtype")) ? "timeLabel" : "dateLabel";
    }

    private static FormField.Rules rules(JsonNode validate) {
        return new FormField.Rules(
                validate.path("required").asBoolean(false),
                integer(validate, "minLength"),
                integer(validate, "maxLength"),
                decimal(validate, "min"),
                decimal(validate, "max"),
                text(validate, "pattern"));
    }

    private static List<FormField.Option> options(JsonNode component) {
        var options = new ArrayList<FormField.Option>();
        component
                .path("values")
                .forEach(option -> options.add(new FormField.Option(
                        option.path("value").asString(""), option.path("label").asString(""))));
        return List.copyOf(options);
    }

    private static @Nullable String text(JsonNode node, String name) {
        String text = node.path(name).asString("");
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Integer integer(JsonNode node, String name) {
        return node.path(name).isNumber() ? node.path(name).asInt() : null;
    }

    private static @Nullable BigDecimal decimal(JsonNode node, String name) {
        String text = node.path(name).asString("");
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
