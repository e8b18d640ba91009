package org.familypathways.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.familypathways.intake.CensusFileGenerator;
import org.familypathways.testing.SignedIn.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Large census files into the whole application with a heap of 256 MB, from the upload to the last offer. */
@Tag("benchmark")
@ExtendWith(Figures.OfThisRun.class)
class CensusImportBenchmarkTest {

    private static final String GROUP = "Census import, `-Xmx256m`";
    private static final int TO_WARM_UP = 3_000;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void children_a_second_and_peak_heap(Figures figures) throws Exception {
        var collections = new CollectorLog(directory.resolve("collector.log"));
        try (var application = new PackagedApplication(directory, "-Xmx256m", collections.option())) {
            long started = System.nanoTime() - (long) (application.secondsToReady * 1e9);
            var administrator = application.http().program("alex.admin");
            bringIn(administrator, "W", TO_WARM_UP);
            for (int children : new int[] {25_000, 50_000, 100_000}) {
                double from = since(started);
                var answer = bringIn(administrator, "B" + children, children);
                double seconds = since(started) - from;
                var heap = collections.peak(from, from + seconds);
                figures.add(
                        GROUP,
                        String.format(Locale.UK, "%,d children, %s offers begun", children, answer.get("offersBegun")),
                        "%s, %s children a second; heap at most %d MB, %d MB after a collection"
                                .formatted(
                                        Figures.seconds(seconds),
                                        Figures.number(children / seconds),
                                        heap.before(),
                                        heap.after()));
            }
        }
    }

    private static double since(long moment) {
        return (System.nanoTime() - moment) / 1e9;
    }

    private Map<?, ?> bringIn(Browser administrator, String prefix, int children) throws Exception {
        Path file = directory.resolve(prefix + ".xml");
        new CensusFileGenerator(prefix, children).write(file, children);
        String address = upload(administrator, file);
        Files.delete(file);
        var census = progress(administrator, address);
        while (census.get("finishedAt") == null) {
            Thread.sleep(500);
            census = progress(administrator, address);
        }
        var counts = (Map<?, ?>) census.get("counts");
        assertThat(counts.get("childrenRead")).as("children read of %s", census).isEqualTo(children);
        return counts;
    }

    private static String upload(Browser administrator, Path file) throws Exception {
        HttpResponse<String> answer = administrator.send(administrator
                .request("/api/census-imports?asOf=2026-03-31&area=north")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofFile(file)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Map<?, ?> progress(Browser administrator, String address) {
        var answer = JSON.readValue(administrator.get(address).body(), new TypeReference<Map<String, Object>>() {});
        return (Map<?, ?>) answer.get("census");
    }
}
