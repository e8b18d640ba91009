package org.familypathways.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people read them; what a file says is quoted as it stands. */
final class EnglishDay {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private EnglishDay() {}

    static String say(LocalDate day) {
        return DAY.format(day);
    }
}
