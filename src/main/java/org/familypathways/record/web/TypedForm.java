package org.familypathways.record.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.familypathways.access.ConflictRefused;
import org.familypathways.access.RestrictionRefused;
import org.familypathways.record.RecordChangeRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a worker typed into one of the record's pages, and a sentence for each field that is not right yet. */
public final class TypedForm {

    /** More than anybody writes, and little enough to keep. */
    public static final int LONGEST_TEXT = 20_000;

    public static final int LONGEST_LINE = 200;

    private final MultiValueMap<String, String> typed;
    private final Map<String, String> problems = new LinkedHashMap<>();

    public TypedForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    public static TypedForm empty() {
        return new TypedForm(new LinkedMultiValueMap<>());
    }

    /** A form that already shows what is known. */
    public static TypedForm showing(Map<String, String> known) {
        var typed = new LinkedMultiValueMap<String, String>();
        known.forEach(typed::add);
        return new TypedForm(typed);
    }

    /** Without spaces around it; empty when nothing was typed. */
    public String text(String field) {
        String text = typed.getFirst(field);
        return text == null ? "" : text.strip().replace("\r\n", "\n").replace("\0", "");
    }

    public @Nullable String textOrNull(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    public boolean isTicked(String field) {
        return !text(field).isEmpty();
    }

    public boolean chose(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    /** Whether the form that was sent has the field at all. */
    boolean has(String field) {
        return typed.containsKey(field);
    }

    public List<String> chosen(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /** What was typed where something must be; the problem is said when there is nothing or too much. */
    public String required(String field, int longest, String sentence) {
        String text = upTo(field, longest);
        if (text.isEmpty()) {
            problem(field, sentence);
        }
        return text;
    }

    public String upTo(String field, int longest) {
        return upTo(field, longest, "This answer");
    }

    /** @param what begins the sentence where a page has many fields, for example "The address" */
    String upTo(String field, int longest, String what) {
        String text = text(field);
        if (text.length() > longest) {
            problem(
                    field,
                    "%s must be no longer than %,d characters. It has %,d.".formatted(what, longest, text.length()));
        }
        return text;
    }

    /**
     * A day in three fields, {@code <field>-day}, {@code -month} and {@code -year}.
     *
     * @param what begins the sentences, for example "The day it happened"
     * @return the day, or null after a problem was said or when no part was typed
     */
    public @Nullable LocalDate day(String field, String what) {
        String day = text(field + "-day") + "/" + text(field + "-month") + "/" + text(field + "-year");
        if (day.equals("//")) {
            return null;
        }
        if (!day.matches("\\d{1,2}/\\d{1,2}/\\d{4}")) {
            problem(field, what + " must have a day, a month and a year with four figures.");
            return null;
        }
        try {
            var parts = day.split("/");
            return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
        } catch (DateTimeException e) {
            problem(field, what + " must be a real day.");
            return null;
        }
    }

    /** A day that must be given and is not to come, nor so long ago that it can only be a slip of the pen. */
    public @Nullable LocalDate pastDay(String field, String what, LocalDate earliest, LocalDate today) {
        LocalDate day = day(field, what);
        if (problems.containsKey(field)) {
            return null;
        }
        if (day == null) {
            problem(field, "Enter %s%s.".formatted(what.substring(0, 1).toLowerCase(), what.substring(1)));
        } else if (day.isAfter(today)) {
            problem(field, what + " must be today or in the past.");
        } else if (day.isBefore(earliest)) {
            problem(field, what + " is very long ago. Check the year.");
        }
        return problems.containsKey(field) ? null : day;
    }

    /**
     * Changes the record, or who may see it, when nothing is wrong. Why that is refused becomes the problem of the field.
     *
     * @return whether it was changed
     */
    boolean changes(String field, Runnable change) {
        if (isRight()) {
            try {
                change.run();
            } catch (RecordChangeRefused | ConflictRefused | RestrictionRefused refused) {
                problem(field, String.valueOf(refused.getMessage()));
            }
        }
        return isRight();
    }

    /** Says what is wrong with a field; the first sentence of a field stays. */
    public void problem(String field, String sentence) {
        problems.putIfAbsent(field, sentence);
    }

    public @Nullable String problemOf(String field) {
        return problems.get(field);
    }

    /** In the order in which they were found. */
    public Map<String, String> problems() {
        return problems;
    }

    public boolean isRight() {
        return problems.isEmpty();
    }
}
