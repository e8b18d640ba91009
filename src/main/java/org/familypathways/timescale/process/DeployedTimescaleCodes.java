package org.familypathways.timescale.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.familypathways.engine.AsTheSystem;
import org.familypathways.engine.gate.TimescaleCodes;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The codes that a model may name: those of the table in force, or of the one that comes with the application. */
@Component
class DeployedTimescaleCodes implements TimescaleCodes {

    private final ProcessEngine engine;
    private final AsTheSystem system;

    DeployedTimescaleCodes(@Lazy ProcessEngine engine, AsTheSystem system) {
        this.engine = engine;
        this.system = system;
    }

    @Override
    public Set<String> codes() {
        return system.run(this::table).getModelElementsByType(InputEntry.class).stream()
                .map(entry -> entry.getTextContent().strip().replace("\"", ""))
                .collect(Collectors.toSet());
    }

    private DmnModelInstance table() {
        var repository = engine.getRepositoryService();
        var inForce = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(DeployedTimescaleTable.DECISION)
                .latestVersion()
                .singleResult();
        return inForce == null ? bundled() : repository.getDmnModelInstance(inForce.getId());
    }

    private static DmnModelInstance bundled() {
        try (var file = new ClassPathResource("bpmn/timescales.dmn").getInputStream()) {
            return Dmn.readModelFromStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
