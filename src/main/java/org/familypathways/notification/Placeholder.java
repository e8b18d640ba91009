package org.familypathways.notification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a template may leave open, and what may stand there. Workers' mail knows only the first ones: no names, no text. */
enum Placeholder {
    FAMILY("family", "F-\\d+", true),
    LINK("link", "https?://\\S+", true),
    DATE("date", "\\d{4}-\\d{2}-\\d{2}", true),
    DUE("due", "\\d{4}-\\d{2}-\\d{2}", true),
    POSITION("position", "\\d{1,6}", true),
    TIMESCALE("timescale", ".{1,160}", true),
    NAME("name", ".{1,200}", false),
    TIME("time", ".{1,60}", false),
    PLACE("place", ".{1,400}", false),
    CONTACT("contact", ".{1,300}", false),
    DEPARTMENT("department", ".{1,200}", false);

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final String key;
    private final Pattern values;
    private final boolean forWorkers;

    Placeholder(String key, String values, boolean forWorkers) {
        this.key = key;
        this.values = Pattern.compile(values);
        this.forWorkers = forWorkers;
    }

    static Optional<Placeholder> of(String key) {
        return Stream.of(values())
                .filter(placeholder -> placeholder.key.equals(key))
                .findFirst();
    }

    String key() {
        return key;
    }

    boolean isForWorkers() {
        return forWorkers;
    }

    /**
     * What the reader sees: one line, dates as they are said in English.
     *
     * @throws IllegalArgumentException when such a value cannot stand here; the sentence does not repeat it
     */
    String readable(String value) {
        String line = value.strip().replaceAll("\\s+", " ");
        if (!values.matcher(line).matches()) {
            throw new IllegalArgumentException("What was given for {%s} cannot stand there".formatted(key));
        }
        return this == DATE || this == DUE ? LocalDate.parse(line).format(ENGLISH) : line;
    }
}
