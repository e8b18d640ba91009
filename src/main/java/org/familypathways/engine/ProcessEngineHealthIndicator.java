package org.familypathways.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which engine runs. The engine's own indicator was written for Spring Boot 3 and is silently left out by Spring Boot 4. */
@Component
class ProcessEngineHealthIndicator extends AbstractHealthIndicator {

    private final ProcessEngine engine;

    ProcessEngineHealthIndicator(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("name", engine.getName()).withDetail("version", ProcessEngine.VERSION);
    }
}
