package org.familypathways.timescale.process;

import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import org.familypathways.timescale.StatutoryClock;
import org.jspecify.annotations.Nullable;

/** How an expression of a model names a clock's date. */
enum ClockReference {
    DUE {
        @Override
        Date dateOf(StatutoryClock clock) {
            return Date.from(clock.dueAt());
        }
    },
    WARNING {
        @Override
        Date dateOf(StatutoryClock clock) {
            return Date.from(clock.firstWarningAt());
        }
    };

    private static final Pattern CALL =
            Pattern.compile("timescale\\.(due|warning)\\(\\s*\\w+\\s*,\\s*'([^']+)'\\s*\\)");

    abstract Date dateOf(StatutoryClock clock);

    static Optional<ClockReference> in(@Nullable String expression, String code) {
        if (expression == null) {
            return Optional.empty();
        }
        var call = CALL.matcher(expression);
        return call.find() && call.group(2).equals(code)
                ? Optional.of(call.group(1).equals("due") ? DUE : WARNING)
                : Optional.empty();
    }
}
