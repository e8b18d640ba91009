package org.familypathways.familygroupconference;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.familypathways.record.PracticeRuleBroken;
import org.jspecify.annotations.Nullable;

/** The part of a conference in which the family is alone. Only when it began and ended is ever known. */
public record PrivateFamilyTime(LocalTime from, LocalTime until) {

    /**
     * @param whyNone the reason for a conference without private family time
     * @return nothing when there was none and it need not have been, or somebody says why
     * @throws PracticeRuleBroken when it ended before it began, or is missing and nobody says why
     */
    public static Optional<PrivateFamilyTime> of(
            @Nullable LocalTime from, @Nullable LocalTime until, @Nullable String whyNone, boolean required) {
        if (from != null && until != null) {
            if (until.isBefore(from)) {
                throw new PracticeRuleBroken("Private family time cannot have ended before it began.");
            }
            return Optional.of(new PrivateFamilyTime(from, until));
        }
        if (from != null || until != null) {
            throw new PracticeRuleBroken("Say both when private family time began and when it ended.");
        }
        if (required && (whyNone == null || whyNone.isBlank())) {
            throw new PracticeRuleBroken(
                    "Say when private family time began and ended, or why there was no private family time.");
        }
        return Optional.empty();
    }

    public int minutes() {
        return (int) Duration.between(from, until).toMinutes();
    }
}
