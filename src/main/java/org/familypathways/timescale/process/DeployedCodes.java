package org.familypathways.timescale.process;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.familypathways.engine.gate.TimescaleCodes;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The codes that the decision table in force has rows for; models may name these and no others. */
@Component
class DeployedCodes implements TimescaleCodes {

    private final ProcessEngine engine;
    private final AsTheSystem system;

    DeployedCodes(@Lazy ProcessEngine engine, AsTheSystem system) {
        this.engine = engine;
        this.system = system;
    }

    @Override
    public Set<String> codes() {
        return system.run(() -> engine
                .getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(DeployedTimescaleTable.DECISION)
                .latestVersion()
                .list()
                .stream()
                .map(table -> engine.getRepositoryService().getDmnModelInstance(table.getId()))
                .flatMap(model -> model.getModelElementsByType(Rule.class).stream())
                .map(rule -> rule.getInputEntries().iterator().next().getTextContent())
                .map(code -> code.strip().replace("\"", ""))
                .collect(Collectors.toUnmodifiableSet()));
    }
}
