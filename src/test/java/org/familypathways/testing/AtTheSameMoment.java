package org.familypathways.testing;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two transactions of which the second begins before the first has ended. */
@Component
public class AtTheSameMoment {

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    AtTheSameMoment(PlatformTransactionManager transactions, JdbcClient jdbc) {
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    /** Ends the first as soon as the second waits for it, or is through without having waited. */
    public <T> T slower(Runnable first, Supplier<T> second) {
        CompletableFuture<T> slower = transaction.execute(status -> {
            first.run();
            var begun = CompletableFuture.supplyAsync(second);
            while (!begun.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
            }
            return begun;
        });
        return slower.join();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
                        select exists (select from pg_locks
                          where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
                        """).query(Boolean.class).single();
    }
}
