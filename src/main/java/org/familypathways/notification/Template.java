package org.familypathways.notification;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one notification for one kind of recipient, with {@code {placeholders}}. What stands in for a placeholder
 * is text and stays text, whatever it looks like.
 */
record Template(String subject, String body) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][A-Za-z]*)}");

    Set<String> placeholders() {
        var names = new LinkedHashSet<String>();
        PLACEHOLDER
                .matcher(subject + body)
                .results()
                .map(found -> found.group(1))
                .forEach(names::add);
        return names;
    }

    /** @throws IllegalArgumentException when a placeholder has nothing to stand for */
    Message with(Map<String, String> values) {
        return new Message(fill(subject, values), fill(body, values));
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
    }

    private static String value(MatchResult placeholder, Map<String, String> values) {
        String value = values.get(placeholder.group(1));
        if (value == null) {
            throw new IllegalArgumentException("Nothing was given for {%s}".formatted(placeholder.group(1)));
        }
        return value;
    }
}
