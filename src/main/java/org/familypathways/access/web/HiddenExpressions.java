package org.familypathways.access.web;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds expressions that a query would have the engine evaluate: any key that ends in "Expression", at any depth, also
 * in "orQueries", where the engine forgets that it has been told not to (CVE-2026-109432). Reads the body token by
 * token, so that no second key of the same name hides behind the first.
 */
final class HiddenExpressions {

    private static final Set<String> SAFE_IN_FILTERS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    private HiddenExpressions() {}

    /** Whether the name of a query parameter or of a key asks for evaluation. */
    static boolean isExpression(@Nullable String name) {
        return name != null && name.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }

    /**
     * @param safeOnes whether the three expressions that Tasklist's filters are made of may pass
     * @throws tools.jackson.core.JacksonException when the body is no JSON
     */
    static boolean in(byte[] body, boolean safeOnes) {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && isExpression(json.currentName())) {
                    boolean isText = json.nextToken() == JsonToken.VALUE_STRING;
                    if (!safeOnes
                            || !isText
                            || !SAFE_IN_FILTERS.contains(json.getString().strip())) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
