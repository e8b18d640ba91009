package org.familypathways.practicefact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/** How facts, what is known of them, and codes read in plain words; they stand in {@code facts.properties}. */
final class FactWords {

    private static final String CODE = "[A-Z]+(_[A-Z]+)*|[a-z]+(-[a-z0-9]+)*";

    private static final Properties WORDS = load();

    private FactWords() {}

    private static Properties load() {
        var words = new Properties();
        try (var file = new InputStreamReader(FactWords.class.getResourceAsStream("facts.properties"), UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    static boolean knows(String name) {
        return WORDS.containsKey(name);
    }

    /** Of a component, which may mean another thing in another fact. */
    static String of(String fact, String component) {
        return WORDS.getProperty(fact + "." + component, of(component));
    }

    /** Of a type of fact or one of its components; the spaced name for one that an older version recorded. */
    static String of(String name) {
        String spaced = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.UK);
        return WORDS.getProperty(name, Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1));
    }

    static String ofValue(String text) {
        String plain = text.toLowerCase(Locale.UK);
        return text.matches(CODE) ? WORDS.getProperty("value." + plain, plain.replaceAll("[_-]", " ")) : text;
    }
}
