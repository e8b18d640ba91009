package org.familypathways.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The notifications' words, one readable file each in {@code notifications/}. */
@Component
class Templates {

    private final Map<String, TemplateFile> files = read();

    /** @throws IllegalArgumentException when there is no such notification, or none for this kind of recipient */
    Template of(String name, Addressee.Kind kind) {
        return file(name)
                .to(kind)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The notification %s has no words for a %s".formatted(name, kind.code())));
    }

    /** What people call the notification in a list: the subject without its placeholders. */
    String title(String name) {
        return file(name).title();
    }

    SortedSet<String> names() {
        return new TreeSet<>(files.keySet());
    }

    TemplateFile file(String name) {
        TemplateFile file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException("There is no notification " + name);
        }
        return file;
    }

    private static Map<String, TemplateFile> read() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath:notifications/*.txt");
            return Stream.of(found).collect(toMap(Templates::name, Templates::parse));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename()).replace(".txt", "");
    }

    private static TemplateFile parse(Resource file) {
        try {
            return TemplateFile.parse(name(file), file.getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
