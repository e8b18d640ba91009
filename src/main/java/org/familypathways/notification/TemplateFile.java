package org.familypathways.notification;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.familypathways.notification.Addressee.Kind;

/**
 * One file of words. It begins with what people call the notification; below it, a part for workers, for family members,
 * or for both, each with its subject line.
 *
 * @param title what a list calls it
 * @param parts the words for each kind of recipient
 */
record TemplateFile(String title, Map<Kind, Template> parts) {

    private static final Pattern FILE = Pattern.compile(
            "Title: (?<title>[^\n]+)\n(?<parts>(?:\n--- To (?:workers|the family) ---\n.+)+)", Pattern.DOTALL);
    private static final Pattern PART = Pattern.compile(
            "--- To (?<who>workers|the family) ---\nSubject: (?<subject>[^\n]+)\n\n(?<body>.+?)(?=\n--- To |$)",
            Pattern.DOTALL);

    static TemplateFile parse(String name, String text) {
        var file = FILE.matcher(text.replace("\r\n", "\n").strip());
        if (!file.matches()) {
            throw new IllegalArgumentException(
                    "notifications/%s.txt needs a title and a part for workers or for the family".formatted(name));
        }
        var parts = new EnumMap<Kind, Template>(Kind.class);
        PART.matcher(file.group("parts")).results().forEach(part -> {
            Kind kind = part.group(1).equals("workers") ? Kind.WORKER : Kind.PERSON;
            parts.put(kind, new Template(part.group(2).strip(), part.group(3).strip()));
        });
        return new TemplateFile(file.group("title").strip(), parts);
    }

    /** The words for that kind of recipient; a role that nobody holds would have been told the workers' words. */
    Optional<Template> to(Kind kind) {
        return Optional.ofNullable(parts.get(kind == Kind.ROLE ? Kind.WORKER : kind));
    }
}
