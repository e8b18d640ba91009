package org.familypathways.engine.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private static final Set<String> WITHOUT_KEY = Set.of("text", "group", "dynamiclist", "separator", "spacer");

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

    private void check(JsonNode form) {
        String expected = path.substring("forms/".length(), path.length() - ".form".length())
                .replace('/', '.');
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
        String key = component.path("key").asString("");
        if (!WITHOUT_KEY.contains(type)) {
            if (!key.matches("[a-z][A-Za-z0-9]*")) {
                refuse("The key “%s” of a question must be a camelCase word.".formatted(key));
            } else if (!keys.add(key)) {
                refuse("Two questions share the key “%s”.".formatted(key));
            }
            if (label(component).isBlank()) {
                refuse("The question “%s” has no label.".formatted(key));
            }
        }
        component.path("components").forEach(this::checkComponent);
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
