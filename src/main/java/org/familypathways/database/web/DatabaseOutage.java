package org.familypathways.database.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that does not answer from one that answers no. */
final class DatabaseOutage {

    private static final String CONNECTION_LOST = "08";
    private static final String SERVER_GOES_DOWN = "57P";

    private DatabaseOutage() {}

    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && isOutage(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException e) {
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || begins(e.getSQLState(), CONNECTION_LOST)
                || begins(e.getSQLState(), SERVER_GOES_DOWN);
    }

    private static boolean begins(@Nullable String state, String group) {
        return state != null && state.startsWith(group);
    }
}
