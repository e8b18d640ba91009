package org.familypathways.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The guide for operations names every setting that there is, as the environment variable that an operator sets. */
class OperationsGuideTest {

    private static final Path GUIDE = Path.of("docs/operations.md");
    private static final Path SETTINGS = Path.of("target/classes/META-INF/spring-configuration-metadata.json");
    private static final Pattern ROW =
            Pattern.compile("^\\| (`[A-Z_0-9]+`(?:, `_[A-Z_0-9]+`)*) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([A-Z_0-9]+)`");

    @Test
    void the_guide_for_operations_names_every_setting() throws IOException {
        var settings = JsonMapper.shared().readTree(SETTINGS.toFile()).path("properties");
        var names = new TreeSet<String>();
        StreamSupport.stream(settings.spliterator(), false)
                .map(setting -> variable(setting.path("name").asString()))
                .forEach(names::add);

        assertThat(names).hasSizeGreaterThan(20);
        assertThat(documented()).containsAll(names);
    }

    /** {@code `A_B`, `_C`} in the first column of a table stands for A_B and A_C. */
    private static Set<String> documented() throws IOException {
        var found = new TreeSet<String>();
        ROW.matcher(Files.readString(GUIDE)).results().forEach(row -> {
            String[] group = {""};
            NAME.matcher(row.group(1)).results().map(name -> name.group(1)).forEach(name -> {
                boolean rest = name.startsWith("_");
                found.add(rest ? group[0] + name : name);
                group[0] = rest ? group[0] : name.substring(0, name.lastIndexOf('_'));
            });
        });
        return found;
    }

    private static String variable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
