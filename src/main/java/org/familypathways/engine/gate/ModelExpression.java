package org.familypathways.engine.gate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few shapes of expression that a model may contain. Everything else is refused. */
enum ModelExpression {

    /** {@code ${notifyReviewingOfficer}}: a step of the system. */
    STEP("\\$\\{(?<bean>[a-z]\\w*)}"),

    /** {@code ${familyAcceptsOffer}}, {@code ${!familyAcceptsOffer}} or {@code ${outcome == 'not-agreed'}}. */
    CONDITION("\\$\\{(?:!?(?<flag>[a-z]\\w*)|(?<variable>[a-z]\\w*) == '(?<code>[a-z0-9-]+)')}"),

    /** {@code ${timescale.due(execution, 'T48')}}. */
    DUE("\\$\\{timescale\\.(?:due|warning|until)\\(execution, '(?<code>[A-Za-z0-9-]+)'\\)}"),

    /** {@code ${network.members(familyId)}}: a question to a bean about variables of the case. */
    QUESTION("\\$\\{(?<bean>[a-z]\\w*)\\.[a-z]\\w*\\((?:[a-z]\\w*(?:, [a-z]\\w*)*)?\\)}"),

    /** {@code ${conferenceId}}: a variable handed on. */
    VARIABLE("\\$\\{(?<variable>[a-z]\\w*)}");

    private final Pattern pattern;

    ModelExpression(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    Optional<Matcher> match(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
