package org.familypathways.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Of two who change the same at the same moment the slower one has changed nothing, whichever layer noticed it. */
public final class SomebodyWasFaster {

    private SomebodyWasFaster() {}

    public static boolean isWhy(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof DuplicateKeyException
                    || cause instanceof ConcurrencyFailureException) {
                return true;
            }
        }
        return false;
    }
}
