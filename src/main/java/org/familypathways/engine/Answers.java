package org.familypathways.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser or a REST client sent, as plain text, numbers, booleans, lists and maps. The null character, which
 * nobody types and the database does not take, is left out wherever it stands, so that all else can be kept as a draft.
 */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Answers() {}

    static Map<String, Object> plain(@Nullable Map<String, Object> submitted) {
        var answers = new LinkedHashMap<String, Object>();
        if (submitted != null) {
            submitted.keySet().forEach(key -> answers.put(plain(key), plain(submitted.get(key))));
        }
        return answers;
    }

    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof TypedValue typed) {
            return plain(typed.getValue());
        }
        if (value instanceof SpinJsonNode json) {
            return plain(JSON.readValue(json.toString(), Object.class));
        }
        if (value instanceof String text) {
            return plain(text);
        }
        if (value instanceof Iterable<?> list) {
            var plain = new ArrayList<@Nullable Object>();
            list.forEach(one -> plain.add(plain(one)));
            return plain;
        }
        if (value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, one) -> plain.put(plain(String.valueOf(key)), plain(one)));
            return plain;
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw new SubmissionRefused("One of the answers is of a kind that forms do not send.");
    }

    private static String plain(String text) {
        return text.replace("\0", "");
    }
}
