package org.familypathways.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A database server that is not the application's own: a department's, which can go away and come back. */
final class DatabaseServer implements AutoCloseable {

    static final String OWNER = "family_pathways_owner";
    static final String APPLICATION = "family_pathways";

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private DatabaseServer(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.server = run();
    }

    static DatabaseServer start(Path data, int port) throws Exception {
        var database = new DatabaseServer(data, port);
        try (var connection = database.server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role %s login".formatted(OWNER));
            statement.execute("create role %s login".formatted(APPLICATION));
            statement.execute("create database family_pathways owner " + OWNER);
        }
        return database;
    }

    private EmbeddedPostgres run() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/family_pathways".formatted(port);
    }

    /** Without a word to anybody who is connected; it has to recover from its log. */
    void goAway() throws Exception {
        kill(data);
    }

    void comeBack() throws IOException {
        // lets go of the directory; there is no server any more that it could stop
        server.close();
        server = run();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** SIGKILL for the server that keeps its files in that directory, and for all that it began. */
    static void kill(Path data) throws Exception {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        var server = ProcessHandle.of(Long.parseLong(pid));
        var workers = server.stream().flatMap(ProcessHandle::descendants).toList();
        server.ifPresent(ProcessHandle::destroyForcibly);
        workers.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle worker : workers) {
            worker.onExit().join();
        }
        server.ifPresent(handle -> handle.onExit().join());
    }
}
