package org.familypathways.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.familypathways.testing.SignedIn;

/** The jar as a department runs it, in a process of its own, with a database of its own beside it. */
final class PackagedApplication implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path data;
    private final Path log;
    private final int port;
    final double secondsToReady;

    /**
     * @param directory keeps the database and the log from one start to the next
     * @param options of the virtual machine
     */
    PackagedApplication(Path directory, String... options) throws Exception {
        port = freePort();
        data = directory.resolve("postgres");
        log = directory.resolve("application.log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar().toString(), "--server.port=" + port));
        command.add("--familypathways.embedded-database.directory=" + data);
        command.add("--familypathways.demo-families=false");
        long begun = System.nanoTime();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        awaitReady();
        secondsToReady = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
    }

    /** Browsers and programs that talk to it. */
    SignedIn http() {
        return SignedIn.at(port);
    }

    /** One line of what the system knows of the process, such as VmHWM, in megabytes. */
    double megabytes(String name) throws IOException {
        return kilobytes(process.pid(), "status", name) / 1024.0;
    }

    /** All processes of its PostgreSQL together; what they share counts once. */
    double databaseMegabytes() throws IOException {
        long server = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return Stream.concat(
                                Stream.of(server),
                                ProcessHandle.of(server).stream()
                                        .flatMap(ProcessHandle::children)
                                        .map(ProcessHandle::pid))
                        .mapToLong(pid -> kilobytes(pid, "smaps_rollup", "Pss"))
                        .sum()
                / 1024.0;
    }

    private static long kilobytes(long pid, String file, String name) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), file))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException endedMeanwhile) {
            return 0;
        }
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("family-pathways-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no jar yet: mvn -DskipTests package"));
        }
    }

    private void awaitReady() throws Exception {
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)))
                .timeout(Duration.ofSeconds(2))
                .build();
        var http = HttpClient.newHttpClient();
        for (long begun = System.nanoTime(); System.nanoTime() - begun < PATIENCE.toNanos(); Thread.sleep(20)) {
            if (!process.isAlive()) {
                break;
            }
            try {
                if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it does not listen yet
            }
        }
        close();
        throw new IllegalStateException("The application did not start; see " + log);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
