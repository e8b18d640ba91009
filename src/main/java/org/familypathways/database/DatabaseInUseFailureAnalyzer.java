package org.familypathways.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why a second start beside a running application was refused. */
final class DatabaseInUseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseInUseException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Use the one that is running, stop it first, or set familypathways.embedded-database.directory to"
                        + " another directory.",
                cause);
    }
}
