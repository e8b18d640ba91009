package org.familypathways.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Whether this node does the work that waits for no person. A node that was told not to, for example while a restored
 * backup is looked at, is not ill for it.
 */
@Component
class JobExecutorHealthIndicator extends AbstractHealthIndicator {

    private final ProcessEngine engine;
    private final boolean expected;

    JobExecutorHealthIndicator(
            @Lazy ProcessEngine engine, @Value("${camunda.bpm.job-execution.enabled:true}") boolean expected) {
        this.engine = engine;
        this.expected = expected;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var executor = configuration.getJobExecutor();
        boolean active = executor != null && executor.isActive();
        if (active) {
            health.up();
        } else if (expected) {
            health.down();
        } else {
            health.unknown();
        }
        health.withDetail("active", active).withDetail("expected", expected);
        if (active) {
            health.withDetail("lockOwner", executor.getLockOwner());
        }
    }
}
