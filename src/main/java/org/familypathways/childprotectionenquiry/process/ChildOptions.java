package org.familypathways.childprotectionenquiry.process;

import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.familypathways.engine.ForModels;
import org.familypathways.record.Network;
import org.springframework.stereotype.Component;

/** The children of a family, for a question of a form. */
@Component
@ForModels
public class ChildOptions {

    private final Network network;

    ChildOptions(Network network) {
        this.network = network;
    }

    /** References, never names: these options stand in the engine. */
    public SpinJsonNode of(String familyId) {
        return Spin.JSON(network.children(familyId).stream()
                .map(child -> Map.of("value", child, "label", child))
                .toList());
    }
}
