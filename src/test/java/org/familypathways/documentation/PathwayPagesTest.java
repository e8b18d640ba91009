package org.familypathways.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.familypathways.testing.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages in {@code docs/pathways} say what the models say. After a change of a model, write them anew with
 * {@code mvn test -Dtest=PathwayPagesTest -DwritePathwayPages=true}.
 */
class PathwayPagesTest {

    private static final Path PAGES = Path.of("docs/pathways");

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_page_says_what_the_model_says(Path model) throws IOException {
        assertThat(PAGES.resolve(key(model) + ".md")).hasContent(page(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_picture_was_drawn_from_this_model(Path model) throws Exception {
        assertThat(PAGES.resolve(key(model) + ".svg")).content().endsWith(fingerprint(model));
    }

    @Test
    void no_page_is_left_over_from_a_model_that_went_away() throws IOException {
        var keys = models().stream().map(PathwayPagesTest::key).toList();
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(PathwayPagesTest::key).filter(key -> !key.equals("README")))
                    .allMatch(keys::contains);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "writePathwayPages", matches = "true")
    void write_the_pages() throws Exception {
        Files.createDirectories(PAGES);
        try (var browser = new Browser()) {
            var canvas = browser.chromium().newPage();
            for (Path model : models()) {
                Files.writeString(PAGES.resolve(key(model) + ".md"), page(model));
                Path picture = PAGES.resolve(key(model) + ".svg");
                if (!Files.exists(picture) || !Files.readString(picture).endsWith(fingerprint(model))) {
                    Files.writeString(picture, ModelPicture.of(canvas, Files.readString(model)) + fingerprint(model));
                }
            }
        }
    }

    private static String page(Path model) {
        return PathwayPage.of(Bpmn.readModelFromFile(model.toFile()), TimescaleWords.ofTheTable());
    }

    private static String fingerprint(Path model) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(model));
        return "<!-- drawn from %s -->\n".formatted(HexFormat.of().formatHex(digest));
    }

    private static String key(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
