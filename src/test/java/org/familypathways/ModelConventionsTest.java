package org.familypathways;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.familypathways.engine.gate.ModelGate;
import org.familypathways.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every model, decision and form of this repository passes the gate that managers' models pass. */
@ApplicationTest
class ModelConventionsTest {

    @Autowired
    ModelGate gate;

    static List<String> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_with_its_forms_passes_the_gate(String model) throws IOException {
        var resources = new TreeMap<String, byte[]>();
        resources.put(model, Files.readAllBytes(Path.of(model)));
        Path forms = Path.of("forms", keyOf(model));
        if (Files.isDirectory(forms)) {
            try (Stream<Path> files = Files.list(forms)) {
                for (Path form : files.toList()) {
                    resources.put(form.toString(), Files.readAllBytes(form));
                }
            }
        }

        assertThat(gate.judge(resources)).isEmpty();
    }

    @Test
    void every_folder_of_forms_belongs_to_a_model_and_every_form_is_used() throws IOException {
        try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
            assertThat(forms.filter(Files::isRegularFile)).allSatisfy(form -> {
                String key = form.getParent().getFileName().toString();
                String id = key + "." + form.getFileName().toString().replace(".form", "");
                assertThat(Path.of("bpmn", key + ".bpmn")).content().contains("camunda:formRef=\"" + id + "\"");
            });
        }
    }

    private static String keyOf(String model) {
        String file = Path.of(model).getFileName().toString();
        return file.substring(0, file.lastIndexOf('.'));
    }
}
