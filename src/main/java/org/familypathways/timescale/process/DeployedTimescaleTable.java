package org.familypathways.timescale.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.familypathways.engine.AsTheSystem;
import org.familypathways.timescale.Timescale;
import org.familypathways.timescale.TimescaleBasis;
import org.familypathways.timescale.TimescaleTable;
import org.familypathways.timescale.TimescaleUnit;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The decision table of timescales that is deployed last. Each code is evaluated once per version and then remembered;
 * which version is in force is asked every time, so that a manager's change holds on every node at once.
 */
@Component
class DeployedTimescaleTable implements TimescaleTable {

    static final String DECISION = "timescales";

    private final ProcessEngine engine;
    private final AsTheSystem system;
    private final Map<String, Map<String, List<Timescale>>> byVersion = new ConcurrentHashMap<>();

    DeployedTimescaleTable(@Lazy ProcessEngine engine, AsTheSystem system) {
        this.engine = engine;
        this.system = system;
    }

    @Override
    public List<Timescale> rows(String code) {
        return system.run(() -> {
            DecisionDefinition table = inForce();
            return byVersion
                    .computeIfAbsent(table.getId(), version -> new ConcurrentHashMap<>())
                    .computeIfAbsent(code, asked -> evaluate(table, asked));
        });
    }

    private DecisionDefinition inForce() {
        DecisionDefinition table = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(DECISION)
                .latestVersion()
                .singleResult();
        if (table == null) {
            throw new IllegalStateException("The decision table '%s' is not deployed".formatted(DECISION));
        }
        return table;
    }

    private List<Timescale> evaluate(DecisionDefinition table, String code) {
        var hits = engine.getDecisionService()
                .evaluateDecisionTableById(table.getId())
                .variables(Map.of("code", code))
                .evaluate();
        return hits.getResultList().stream()
                .map(row -> timescale(code, row, table.getVersion()))
                .toList();
    }

    private static Timescale timescale(String code, Map<String, Object> row, int version) {
        return new Timescale(
                code,
                ((Number) row.get("value")).intValue(),
                TimescaleUnit.of((String) row.get("unit")),
                (String) row.get("name"),
                (String) row.get("startEvent"),
                (String) row.get("source"),
                TimescaleBasis.of((String) row.get("basis")),
                LocalDate.parse((String) row.get("effectiveFrom")),
                version);
    }
}
