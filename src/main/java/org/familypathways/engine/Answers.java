package org.familypathways.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a browser or a REST client sent, as plain text, numbers, booleans, lists and maps. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Answers() {}

    static Map<String, Object> plain(@Nullable Map<String, Object> submitted) {
        var answers = new LinkedHashMap<String, Object>();
        if (submitted != null) {
            submitted.keySet().forEach(key -> answers.put(key, plain(submitted.get(key))));
        }
        return answers;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof TypedValue typed) {
            return plain(typed.getValue());
        }
        if (value instanceof SpinJsonNode json) {
            return JSON.readValue(json.toString(), Object.class);
        }
        boolean known = value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Iterable<?>
                || value instanceof Map<?, ?>;
        if (!known) {
            throw new SubmissionRefused("One of the answers is of a kind that forms do not send.");
        }
        return value;
    }
}
