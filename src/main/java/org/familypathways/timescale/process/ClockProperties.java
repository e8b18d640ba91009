package org.familypathways.timescale.process;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;

/** The properties by which an element of a model says what it does to clocks; several codes stand between commas. */
final class ClockProperties {

    /** Completing the element meets the clock. */
    static final String MEETS = "meets";

    /** The variable that holds the day on which it was really done, when that is not today. */
    static final String MET_ON = "metOn";

    /** When the element is passed, the clock no longer applies. */
    static final String STOPS = "stops";

    private ClockProperties() {}

    static List<String> meets(FlowNode element) {
        var extensions = element.getExtensionElements();
        if (extensions == null) {
            return List.of();
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> MEETS.equals(property.getCamundaName()))
                .flatMap(property -> codes(property.getCamundaValue()))
                .toList();
    }

    static Stream<String> codes(@Nullable String value) {
        return value == null ? Stream.empty() : Arrays.stream(value.split(",")).map(String::strip);
    }
}
