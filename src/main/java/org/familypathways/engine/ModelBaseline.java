package org.familypathways.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.familypathways.engine.gate.ModelGate;
import org.familypathways.engine.gate.ModelRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The models that come with the application. Each start looks at every unit once: one that was never seen before goes
 * live, but only where the version in force came with the application too. Where managers have published a version of
 * their own, the new one waits as a proposal, so that neither a restart nor an upgrade overwrites their work.
 */
@Component
class ModelBaseline implements SmartInitializingSingleton {

    static final String SOURCE = "baseline";
    private static final long LOCK = 7_240_001;
    private static final Logger log = LoggerFactory.getLogger(ModelBaseline.class);

    private final RepositoryService repository;
    private final ModelGate gate;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ModelBaseline(
            RepositoryService repository,
            ModelGate gate,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = repository;
        this.gate = gate;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        consider(bundledUnits());
    }

    void consider(List<ModelUnit> units) {
        transaction.executeWithoutResult(status -> {
            // two nodes that start together look one after the other
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((rows, row) -> row)
                    .list();
            units.forEach(this::consider);
        });
    }

    private void consider(ModelUnit unit) {
        if (seenBefore(unit) || isRefused(unit)) {
            return;
        }
        String deployment = null;
        if (versionInForceIsOurs(unit.key())) {
            deployment = deploy(unit);
        } else {
            log.warn("A new version of {} came with the application and waits as a proposal", unit.key());
        }
        remember(unit, deployment);
    }

    /** The other pathways go on without one that the gate refuses; the next start looks at it again. */
    private boolean isRefused(ModelUnit unit) {
        var findings = gate.judge(unit.resources());
        if (!findings.isEmpty()) {
            log.error(
                    "{} came with the application and does not go live. {}",
                    unit.key(),
                    new ModelRefused(findings).getMessage());
        }
        return !findings.isEmpty();
    }

    private boolean seenBefore(ModelUnit unit) {
        return jdbc.sql("select count(*) from model_baseline where unit_key = :key and sha256 = :sha256")
                        .param("key", unit.key())
                        .param("sha256", unit.sha256())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean versionInForceIsOurs(String key) {
        ResourceDefinition inForce = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (inForce == null) {
            inForce = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
        }
        return inForce == null
                || SOURCE.equals(repository
                        .createDeploymentQuery()
                        .deploymentId(inForce.getDeploymentId())
                        .singleResult()
                        .getSource());
    }

    private String deploy(ModelUnit unit) {
        var deployment = repository.createDeployment().name(unit.key()).source(SOURCE);
        unit.resources()
                .forEach((path, content) -> deployment.addInputStream(path, new java.io.ByteArrayInputStream(content)));
        log.info("The models of {} that came with the application go live", unit.key());
        return deployment.deploy().getId();
    }

    private void remember(ModelUnit unit, @Nullable String deployment) {
        jdbc.sql("""
                        insert into model_baseline (unit_key, sha256, first_seen_at, deployment_id)
                        values (:key, :sha256, :now, :deployment)
                        """)
                .param("key", unit.key())
                .param("sha256", unit.sha256())
                .param("now", Timestamp.from(clock.instant()))
                .param("deployment", deployment)
                .update();
    }

    static List<ModelUnit> bundledUnits() {
        var units = new ArrayList<ModelUnit>();
        for (Resource model : decisionsFirst()) {
            String file = model.getFilename();
            var resources = new TreeMap<String, byte[]>();
            resources.put("bpmn/" + file, read(model));
            String key = file.substring(0, file.lastIndexOf('.'));
            for (Resource form : find("classpath*:forms/" + key + "/*.form")) {
                resources.put("forms/" + key + "/" + form.getFilename(), read(form));
            }
            units.add(new ModelUnit(key, resources));
        }
        return units;
    }

    /** A pathway may name a timescale only when the table that holds it is there. */
    private static List<Resource> decisionsFirst() {
        return Stream.of(find("classpath*:bpmn/*.dmn"), find("classpath*:bpmn/*.bpmn"))
                .flatMap(Stream::of)
                .toList();
    }

    private static Resource[] find(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Resource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
