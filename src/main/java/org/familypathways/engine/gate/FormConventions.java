package org.familypathways.engine.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a form must keep to so that Tasklist can show it and the server can check it. */
final class FormConventions {

    private static final Set<String> SHOWN_BY_TASKLIST = Set.of(
            "text",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "group",
            "dynamiclist",
            "separator",
            "spacer");
    private static final Set<String> WITHOUT_KEY = Set.of("text", "group", "separator", "spacer");
    private static final Set<String> CHOOSING = Set.of("radio", "select", "checklist", "taglist");

    /** What form-js can do and the server does not check, so that whoever goes round the browser could answer anything. */
    private static final Set<String> UNCHECKED = Set.of(
            "readonly",
            "disabled",
            "valuesExpression",
            "decimalDigits",
            "increment",
            "serializeToString",
            "disallowPassedDates");

    private static final Set<String> CHECKED_RULES =
            Set.of("required", "minLength", "maxLength", "min", "max", "pattern");
    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();

    private final String path;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private FormConventions(String path) {
        this.path = path;
    }

    /** @param path {@code forms/<pathway>/<form>.form} */
    static List<Finding> check(String path, byte[] content) {
        var conventions = new FormConventions(path);
        try {
            conventions.check(JsonMapper.shared().readTree(content));
        } catch (JacksonException e) {
            conventions.refuse("The form cannot be read.");
        }
        return conventions.findings;
    }

    /** {@code <pathway>.<form>}, after the folder and the file. */
    static String idOf(String path) {
        return path.substring("forms/".length(), path.length() - ".form".length())
                .replace('/', '.');
    }

    private void check(JsonNode form) {
        String expected = idOf(path);
        if (!form.path("id").asString("").equals(expected)) {
            refuse("The form's id must be “%s”.".formatted(expected));
        }
        form.path("components").forEach(this::checkComponent);
    }

    private void checkComponent(JsonNode component) {
        String type = component.path("type").asString("");
        if (!SHOWN_BY_TASKLIST.contains(type)) {
            refuse("Tasklist cannot show a question of the type “%s”.".formatted(type));
        }
        if (!WITHOUT_KEY.contains(type)) {
            checkQuestion(component, type);
        } else if (component.has("path")) {
            refuse("What stands in a group is stored by its own key, so the group can have no path.");
        }
        checkCondition(component.path("conditional").path("hide").asString(""));
        component.path("components").forEach(this::checkComponent);
    }

    private void checkQuestion(JsonNode component, String type) {
        String key = component.path(type.equals("dynamiclist") ? "path" : "key").asString("");
        if (!key.matches("[a-z][A-Za-z0-9]*")) {
            refuse("The key “%s” of a question must be a camelCase word.".formatted(key));
        } else if (!keys.add(key)) {
            refuse("Two questions share the key “%s”.".formatted(key));
        }
        if (label(component).isBlank()) {
            refuse("The question “%s” has no label.".formatted(key));
        }
        if (CHOOSING.contains(type) && component.path("values").isEmpty() && !component.has("valuesKey")) {
            refuse("The question “%s” has no answers to choose from.".formatted(key));
        }
        UNCHECKED.stream()
                .filter(component::has)
                .forEach(setting -> refuse("The question “%s” has the setting “%s”, which the server cannot check."
                        .formatted(key, setting)));
        checkRules(key, component.path("validate"));
    }

    private void checkRules(String key, JsonNode rules) {
        rules.properties().forEach(rule -> {
            if (!CHECKED_RULES.contains(rule.getKey()) || !isCheckable(rule.getKey(), rule.getValue())) {
                refuse("The question “%s” has the rule “%s: %s”, which the server cannot check."
                        .formatted(key, rule.getKey(), rule.getValue().asString("")));
            }
        });
    }

    private static boolean isCheckable(String rule, JsonNode value) {
        return switch (rule) {
            case "required" -> value.isBoolean();
            case "pattern" -> isPattern(value.asString(""));
            default -> value.isNumber();
        };
    }

    private static boolean isPattern(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private void checkCondition(String condition) {
        if (!condition.isEmpty() && !isCondition(condition)) {
            refuse("“%s” does not say when a question is hidden.".formatted(condition));
        }
    }

    private static boolean isCondition(String text) {
        try {
            FEEL.evaluateSimpleExpression(text.substring(1), Variables.emptyVariableContext());
            return text.startsWith("=");
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static String label(JsonNode component) {
        for (String name : List.of("label", "dateLabel", "timeLabel")) {
            if (!component.path(name).asString("").isBlank()) {
                return component.path(name).asString("");
            }
        }
        return "";
    }

    private void refuse(String sentence) {
        findings.add(new Finding(path, sentence));
    }
}
