package org.familypathways.timescale.process;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the engine for what a clock needs, whoever is signed in: the step that led to it was allowed. */
@Component
class AsTheSystem {

    private final ProcessEngine engine;

    AsTheSystem(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    <T> T run(Callable<T> work) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            try {
                return context.runWithoutAuthorization(work);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
