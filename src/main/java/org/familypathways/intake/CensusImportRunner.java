package org.familypathways.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the waiting census files, one at a time over all nodes. The lock belongs to a connection, so that a node that
 * dies lets go of it at once and any node goes on with what it left, after the last children that came in whole.
 */
@Component
class CensusImportRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CensusImportRunner.class);
    private static final long LOCK = 0x63656e737573L;
    private static final int SECONDS_BETWEEN_LOOKS = 2;
    private static final int SECONDS_TO_FINISH_A_BATCH = 20;

    private final DataSource database;
    private final CensusImportRun run;
    private final IntakeSettings settings;
    private volatile boolean stopping;
    private @Nullable ScheduledExecutorService thread;

    CensusImportRunner(DataSource database, CensusImportRun run, IntakeSettings settings) {
        this.database = database;
        this.run = run;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        stopping = false;
        thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "census-import"));
        if (settings.importInBackground()) {
            thread.scheduleWithFixedDelay(this::look, 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        }
    }

    private void look() {
        try {
            runWaiting();
        } catch (RuntimeException | SQLException e) {
            // the next look goes on where this one left off; the kind of failure is enough, its text may quote rows
            log.warn(
                    "The census import was interrupted and will be tried again: {}",
                    e.getClass().getName());
        }
    }

    /** Reads every file that waits now, unless another node is at it. */
    void runWaiting() throws SQLException {
        try (var connection = database.getConnection()) {
            if (!lock(connection)) {
                return;
            }
            try {
                while (!stopping && run.next(() -> stopping)) {
                    log.info("A census import is over");
                }
            } finally {
                unlock(connection);
            }
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            var result = statement.executeQuery();
            return result.next() && result.getBoolean(1);
        }
    }

    private static void unlock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        if (thread != null) {
            thread.shutdown();
            try {
                thread.awaitTermination(SECONDS_TO_FINISH_A_BATCH, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
