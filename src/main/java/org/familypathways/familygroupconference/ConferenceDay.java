package org.familypathways.familygroupconference;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.familypathways.record.PracticeRuleBroken;
import org.jspecify.annotations.Nullable;

/**
 * The day, time and place for which a conference is booked.
 *
 * @param whyLate what the worker gave as the reason for a day later than it is due, or for a change
 */
public record ConferenceDay(
        LocalDate day,
        String startsAt,
        String venue,
        @Nullable String whyLate) {

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    /**
     * @param due the last day of the timescale, when it still runs
     * @throws PracticeRuleBroken when the day is past, or it is late and nobody says why
     */
    void require(LocalDate today, @Nullable LocalDate due) {
        if (day.isBefore(today)) {
            throw new PracticeRuleBroken("The conference cannot be booked for %s, which is past.".formatted(say(day)));
        }
        if (due != null && day.isAfter(due) && (whyLate == null || whyLate.isBlank())) {
            throw new PracticeRuleBroken("The conference is due by %s; say why it is later.".formatted(say(due)));
        }
    }

    Map<String, String> details() {
        return Map.of("date", day.toString(), "time", startsAt, "place", venue);
    }

    public static String say(LocalDate day) {
        return day.format(ENGLISH);
    }
}
