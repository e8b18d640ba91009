package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.familypathways.record.PracticeRuleBroken;
import org.familypathways.timescale.WorkingDays;
import org.jspecify.annotations.Nullable;

/** The rules for the day of an initial child protection conference. The census refuses one on a weekend (rule 8875). */
public final class ConferenceDate {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private ConferenceDate() {}

    /**
     * The day for which a conference is booked.
     *
     * @param due the last day of the timescale, when it still runs
     * @param whyLate what the worker gave as the reason for a later day
     * @throws PracticeRuleBroken when no conference can be on that day, or it is late and nobody says why
     */
    public static LocalDate booked(
            LocalDate day, LocalDate today, @Nullable LocalDate due, @Nullable String whyLate, WorkingDays days) {
        if (day.isBefore(today)) {
            throw new PracticeRuleBroken("The conference cannot be booked for %s, which is past.".formatted(say(day)));
        }
        requireWorkingDay(day, days);
        if (due != null && day.isAfter(due) && (whyLate == null || whyLate.isBlank())) {
            throw new PracticeRuleBroken("The conference is due by %s; say why it is later.".formatted(say(due)));
        }
        return day;
    }

    /**
     * The day on which a conference was held.
     *
     * @param strategyDiscussionOn the day of the strategy discussion that began the enquiry
     * @throws PracticeRuleBroken when it cannot have been held on that day
     */
    public static LocalDate held(LocalDate day, LocalDate strategyDiscussionOn, LocalDate today, WorkingDays days) {
        if (day.isAfter(today)) {
            throw new PracticeRuleBroken(
                    "The conference cannot have been held on %s, which is still to come.".formatted(say(day)));
        }
        if (day.isBefore(strategyDiscussionOn)) {
            throw new PracticeRuleBroken("The conference cannot have been held before the strategy discussion of %s."
                    .formatted(say(strategyDiscussionOn)));
        }
        requireWorkingDay(day, days);
        return day;
    }

    private static void requireWorkingDay(LocalDate day, WorkingDays days) {
        if (!days.isWorkingDay(day)) {
            throw new PracticeRuleBroken(
                    "%s is not a working day; an initial conference is held on one.".formatted(say(day)));
        }
    }

    private static String say(LocalDate day) {
        return day.format(DAY);
    }
}
