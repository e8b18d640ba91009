package org.familypathways.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and moments as people in England read them, for example 22 November 2026 at 14:05. */
public final class EnglishTime {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK).withZone(ENGLAND);

    private EnglishTime() {}

    /** Nothing for a day that is not known. */
    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** The day in England on which that moment falls. */
    public static String day(Instant moment) {
        return DAY.format(moment.atZone(ENGLAND));
    }

    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }
}
