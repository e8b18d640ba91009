package org.familypathways.documentation;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Says a timescale in words, as the decision table has it: "1 working day (T01)". */
final class TimescaleWords {

    private TimescaleWords() {}

    static UnaryOperator<String> ofTheTable() {
        var words =
                Dmn.readModelFromFile(Path.of("bpmn/timescales.dmn").toFile())
                        .getModelElementsByType(Rule.class)
                        .stream()
                        .collect(
                                Collectors.toMap(TimescaleWords::code, TimescaleWords::words, (first, later) -> later));
        return code -> words.getOrDefault(code, code);
    }

    private static String code(Rule rule) {
        return unquoted(rule.getInputEntries().iterator().next().getTextContent());
    }

    private static String words(Rule rule) {
        List<String> outputs = rule.getOutputEntries().stream()
                .map(entry -> unquoted(entry.getTextContent()))
                .toList();
        String unit = outputs.get(1).replace('-', ' ');
        int value = Integer.parseInt(outputs.get(0));
        boolean one = Math.abs(value) == 1 && unit.endsWith("s");
        return "%d %s%s (%s)"
                .formatted(
                        Math.abs(value),
                        one ? unit.substring(0, unit.length() - 1) : unit,
                        value < 0 ? " before" : "",
                        code(rule));
    }

    private static String unquoted(String text) {
        return text.strip().replace("\"", "");
    }
}
