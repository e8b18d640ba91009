package org.familypathways.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;

/** A refusal by one of our listeners leaves the engine wrapped, as if the engine had failed; here it is a refusal again. */
final class Refusals {

    private Refusals() {}

    static <T> T plainly(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProcessEngineException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof AuthorizationException refused) {
                    throw refused;
                }
            }
            throw e;
        }
    }
}
