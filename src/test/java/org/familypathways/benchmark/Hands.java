package org.familypathways.benchmark;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Some people who work side by side, each taking the next piece of work as soon as the last one is done. */
final class Hands implements AutoCloseable {

    private final ExecutorService threads;

    Hands(int number) {
        threads = Executors.newFixedThreadPool(number);
    }

    <T> void share(List<T> pieces, Consumer<T> work) {
        var shares = pieces.stream()
                .<Future<?>>map(piece -> threads.submit(() -> work.accept(piece)))
                .toList();
        for (Future<?> share : shares) {
            try {
                share.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
