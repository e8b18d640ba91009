package org.familypathways.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The application as a process of its own, which can be killed. */
final class RunningApplication {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final Path data;
    final String address;

    private RunningApplication(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.address = "http://127.0.0.1:" + port;
    }

    /**
     * With a database of its own.
     *
     * @param directory keeps the database and the log from one start to the next
     */
    static RunningApplication start(Path directory, int port, int databasePort) throws Exception {
        return start(
                directory,
                port,
                List.of(
                        "--familypathways.embedded-database.directory=" + directory.resolve("postgres"),
                        "--familypathways.embedded-database.port=" + databasePort));
    }

    /** With a database that somebody else looks after. */
    static RunningApplication start(Path directory, int port, DatabaseServer database, String... others)
            throws Exception {
        var settings = new ArrayList<>(List.of(others));
        settings.add("--spring.datasource.url=" + database.url());
        settings.add("--spring.datasource.username=" + DatabaseServer.APPLICATION);
        settings.add("--spring.flyway.user=" + DatabaseServer.OWNER);
        settings.add("--familypathways.demo=true");
        return start(directory, port, settings);
    }

    private static RunningApplication start(Path directory, int port, List<String> database) throws Exception {
        Files.createDirectories(directory);
        var command = new ArrayList<>(ClassArchive.command());
        command.addAll(database);
        command.add("--server.port=" + port);
        command.add("--familypathways.demo-families=false");
        // what a killed node had taken in hand is free again after this time; five minutes in ordinary life
        command.add("--camunda.bpm.job-execution.lock-time-in-millis=2000");
        command.add("--camunda.bpm.job-execution.wait-time-in-millis=200");
        command.add("--camunda.bpm.job-execution.max-wait=500");
        File log = directory.resolve("application.log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        var application = new RunningApplication(process, directory.resolve("postgres"), port);
        application.awaitReady(log);
        return application;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(File log) throws Exception {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        var health = HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        for (Instant start = Instant.now(); Instant.now().isBefore(start.plus(PATIENCE)); Thread.sleep(100)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The application did not start; see " + log);
            }
            try {
                if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it does not listen yet
            }
        }
        kill();
        throw new IllegalStateException("The application was not ready in time; see " + log);
    }

    /** SIGKILL: no shutdown hook runs, and the database server is left behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What a power cut leaves: the database server is gone in the same moment and has to recover from its log. */
    void cutPower() throws Exception {
        process.destroyForcibly();
        DatabaseServer.kill(data);
        process.waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
