package org.familypathways.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** How long the jar takes until it answers, and how much memory it holds when people have looked at pages. */
@Tag("benchmark")
@ExtendWith(Figures.OfThisRun.class)
class StartUpBenchmarkTest {

    private static final String GROUP = "Start-up, `java -Xmx512m -jar`";
    private static final String HEAP = "-Xmx512m";
    private static final int STARTS = 3;
    private static final int REQUESTS = 50;
    private static final List<String> PAGES = List.of(
            "/camunda/app/tasklist/default/",
            "/camunda/api/engine/engine/default/task?maxResults=15",
            "/camunda/api/engine/engine/default/task/count",
            "/",
            "/notifications");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void seconds_to_ready_and_memory(Figures figures) throws Exception {
        double[] onEmpty = new double[STARTS];
        double[] onExisting = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            var database = Files.createDirectory(directory.resolve("start" + i));
            onEmpty[i] = secondsToReady(database);
            onExisting[i] = secondsToReady(database);
        }
        figures.add(GROUP, "until ready, empty database (median of %d)".formatted(STARTS), median(onEmpty));
        figures.add(GROUP, "until ready, existing database (median of %d)".formatted(STARTS), median(onExisting));
        memory(figures, directory.resolve("start0"));
    }

    private static double secondsToReady(Path database) throws Exception {
        try (var application = new PackagedApplication(database, HEAP)) {
            return application.secondsToReady;
        }
    }

    private static String median(double[] seconds) {
        return Figures.seconds(DoubleStream.of(seconds).sorted().toArray()[seconds.length / 2]);
    }

    private static void memory(Figures figures, Path database) throws Exception {
        try (var application = new PackagedApplication(database, HEAP)) {
            request(application);
            figures.add(
                    GROUP,
                    "resident memory after %d page requests".formatted(REQUESTS),
                    megabytes(application, "VmRSS"));
            figures.add(GROUP, "most it ever held", megabytes(application, "VmHWM"));
            figures.add(GROUP, "its PostgreSQL beside it", Figures.number(application.databaseMegabytes()) + " MB");
        }
    }

    private static void request(PackagedApplication application) {
        var manager = application.http().as("grace.obi");
        for (int i = 0; i < REQUESTS; i++) {
            String page = PAGES.get(i % PAGES.size());
            assertThat(manager.get(page).statusCode()).as(page).isLessThan(500);
        }
    }

    private static String megabytes(PackagedApplication application, String name) throws IOException {
        return Figures.number(application.megabytes(name)) + " MB";
    }
}
