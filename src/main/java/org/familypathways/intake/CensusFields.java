package org.familypathways.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values out of one element and notes what the census's schema does not allow. A value that is at fault
 * counts as missing, so the rules that follow judge only what can be judged.
 */
final class CensusFields {

    private static final Pattern DATE = Pattern.compile("(19|20)\\d\\d-\\d\\d-\\d\\d");
    private static final int SHOWN_OF_A_VALUE = 30;

    private final CensusElement element;
    private final List<CensusFinding> faults;
    private final List<CensusFinding> warnings;
    private final Set<String> known = new HashSet<>();

    CensusFields(CensusElement element, List<CensusFinding> faults, List<CensusFinding> warnings) {
        this.element = element;
        this.faults = faults;
        this.warnings = warnings;
    }

    int line() {
        return element.line;
    }

    Stream<CensusFields> all(String name) {
        return elements(name).map(child -> new CensusFields(child, faults, warnings));
    }

    @Nullable
    CensusFields only(String name) {
        var found = onlyElement(name);
        return found == null ? null : new CensusFields(found, faults, warnings);
    }

    @Nullable
    String text(String name) {
        var found = onlyElement(name);
        return found == null || found.text().isEmpty() ? null : found.text();
    }

    List<String> codes(String name, Set<String> list) {
        return elements(name)
                .filter(child -> allowed(child, list::contains, "is not in the census's list"))
                .map(CensusElement::text)
                .toList();
    }

    @Nullable
    String code(String name, Set<String> list) {
        return value(name, list::contains, "is not in the census's list");
    }

    @Nullable
    String matching(String name, Pattern pattern, String complaint) {
        return value(name, text -> pattern.matcher(text).matches(), complaint);
    }

    @Nullable
    LocalDate date(String name) {
        var text = value(name, CensusFields::isDate, "is not a date like 2026-03-31");
        return text == null ? null : LocalDate.parse(text);
    }

    List<LocalDate> dates(String name) {
        return elements(name)
                .filter(child -> allowed(child, CensusFields::isDate, "is not a date like 2026-03-31"))
                .map(child -> LocalDate.parse(child.text()))
                .toList();
    }

    /** Yes or no, as 1 and 0 or, in older files, as true and false. */
    @Nullable
    Boolean flag(String name) {
        var text = value(name, Set.of("0", "1", "true", "false")::contains, "is neither 0 nor 1");
        return text == null ? null : text.equals("1") || text.equals("true");
    }

    <T> @Nullable T required(String name, @Nullable T value) {
        boolean saidNothing = elements(name).allMatch(child -> child.text().isEmpty() && child.children.isEmpty());
        if (saidNothing) {
            fault(element.line, "%s is missing.".formatted(name));
        }
        return value;
    }

    void ignore(String... names) {
        known.addAll(List.of(names));
    }

    /** Warns of what the census of today does not know; to be called when everything else has been taken. */
    void finish() {
        element.children.stream()
                .filter(child -> !known.contains(child.name))
                .forEach(child -> warnings.add(new CensusFinding(
                        child.line,
                        CensusFinding.SCHEMA,
                        "%s is not known inside %s and was left out.".formatted(child.name, element.name))));
    }

    private @Nullable String value(String name, Predicate<String> check, String complaint) {
        var found = onlyElement(name);
        return found == null || found.text().isEmpty() || !allowed(found, check, complaint) ? null : found.text();
    }

    private boolean allowed(CensusElement child, Predicate<String> check, String complaint) {
        if (check.test(child.text())) {
            return true;
        }
        fault(child.line, "%s “%s” %s.".formatted(child.name, brief(child.text()), complaint));
        return false;
    }

    private @Nullable CensusElement onlyElement(String name) {
        var found = elements(name).toList();
        if (found.size() > 1) {
            fault(found.get(1).line, "%s stands here %d times and may stand once.".formatted(name, found.size()));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private Stream<CensusElement> elements(String name) {
        known.add(name);
        return element.children.stream().filter(child -> child.name.equals(name));
    }

    private void fault(int line, String sentence) {
        faults.add(new CensusFinding(line, CensusFinding.SCHEMA, sentence));
    }

    private static boolean isDate(String text) {
        if (!DATE.matcher(text).matches()) {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String brief(String text) {
        return text.length() <= SHOWN_OF_A_VALUE ? text : text.substring(0, SHOWN_OF_A_VALUE) + "…";
    }
}
