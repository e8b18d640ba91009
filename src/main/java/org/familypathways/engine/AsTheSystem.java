package org.familypathways.engine;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Works with the engine whoever is signed in: the step that led to it was allowed. Joins the transaction of the caller. */
@Component
public class AsTheSystem {

    private final ProcessEngine engine;

    AsTheSystem(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    public <T> T run(Callable<T> work) {
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
