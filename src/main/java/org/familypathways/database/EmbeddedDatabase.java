package org.familypathways.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that lives as long as the application and whose files outlive it, also when the application is
 * killed. A lock beside the data directory keeps a second application out; the system gives it back when the first
 * one dies, whatever it died of. A server that a killed application left behind is stopped before the next one starts.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String OWNER = "family_pathways_owner";
    static final String APPLICATION = "family_pathways";
    private static final String DATABASE = "family_pathways";
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final FileChannel lockFile;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(FileChannel lockFile, EmbeddedPostgres server) {
        this.lockFile = lockFile;
        this.server = server;
    }

    /** @throws DatabaseInUseException when another running application holds the directory */
    static EmbeddedDatabase start(EmbeddedDatabaseSettings settings) {
        Path directory = settings.directory().toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory.getParent());
            FileChannel lockFile = lock(directory);
            stopServerLeftBehind(directory);
            EmbeddedPostgres server = durableServer(directory, settings.port());
            createRolesAndDatabase(server);
            log.info("PostgreSQL runs on port {} and keeps its data in {}", server.getPort(), directory);
            return new EmbeddedDatabase(lockFile, server);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + directory, e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), DATABASE);
    }

    @Override
    public void close() throws IOException {
        server.close();
        lockFile.close();
    }

    private static FileChannel lock(Path directory) throws IOException {
        Path file = directory.resolveSibling(directory.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new DatabaseInUseException(directory);
        }
        return channel;
    }

    /** We hold the lock, so whoever started this server is dead: an orderly stop, and after half a minute a hard one. */
    private static void stopServerLeftBehind(Path directory) throws IOException {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return;
        }
        var leftBehind = ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(EmbeddedDatabase::isPostgres);
        if (leftBehind.isEmpty()) {
            return;
        }
        log.warn("Stopping the PostgreSQL that an application which was killed left behind in {}", directory);
        ProcessHandle process = leftBehind.get();
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }

    /** The library's own defaults trade durability for speed, as tests like it; records must survive a power cut. */
    private static EmbeddedPostgres durableServer(Path directory, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("timezone", "UTC")
                .start();
    }

    private static void createRolesAndDatabase(EmbeddedPostgres server) throws IOException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (String role : new String[] {OWNER, APPLICATION}) {
                statement.execute("""
                        do $$ begin
                          if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login;
                          end if;
                        end $$""".formatted(role));
            }
            try (var exists =
                    statement.executeQuery("select 1 from pg_database where datname = '%s'".formatted(DATABASE))) {
                if (exists.next()) {
                    return;
                }
            }
            statement.execute("create database %s owner %s".formatted(DATABASE, OWNER));
        } catch (SQLException e) {
            throw new IOException("The database roles could not be created", e);
        }
    }
}
