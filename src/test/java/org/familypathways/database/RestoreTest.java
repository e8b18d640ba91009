package org.familypathways.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.familypathways.record.Children;
import org.familypathways.record.Families;
import org.familypathways.record.NewChild;
import org.familypathways.testing.ApplicationTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A backup of the running database, taken as {@code pg_basebackup} takes it, becomes a database of its own: nothing is
 * missing, nobody may do more or less in it, and engine and application accept it.
 */
@ApplicationTest
class RestoreTest {

    private static final Set<String> NOT_IN_A_BACKUP = Set.of("postmaster.pid", "postmaster.opts", "pg_wal");
    private static final String SCHEMAS = "('public', 'practice')";

    @Autowired
    EmbeddedDatabase database;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Flyway flyway;

    @Autowired
    Families families;

    @Autowired
    Children children;

    @TempDir
    Path directory;

    @Test
    void a_restored_backup_is_the_same_database_and_work_can_go_on_in_it() throws Exception {
        var family = families.create("north").id();
        children.create(family, new NewChild("Robin", "Madeup", LocalDate.of(2018, 5, 4), null, "U", null, null));
        var original = administrator(database.url());
        backUp(original, directory.resolve("restored"));
        var tables = contents(original);
        var sequences = sequences(original);
        var rights = rights(original);
        families.create("north");

        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("restored"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start()) {
            String url = "jdbc:postgresql://127.0.0.1:%d/family_pathways".formatted(server.getPort());
            var restored = administrator(url);

            assertThat(tables).hasSizeGreaterThan(80);
            assertThat(contents(restored)).isEqualTo(tables).isNotEqualTo(contents(original));
            assertThat(sequences(restored)).isEqualTo(sequences).hasSizeGreaterThan(3);
            assertThat(rights(restored)).isEqualTo(rights).isNotEmpty();
            assertTheSchemaIsThisVersions(url);
            assertTheApplicationCanGoOn(url, family);
        }
    }

    /** What pg_basebackup does: the server says where it is, the files are copied, and its log closes the gap. */
    private static void backUp(JdbcClient original, Path target) throws Exception {
        var data =
                Path.of(original.sql("show data_directory").query(String.class).single());
        try (var connection = DriverManager.getConnection(url(original), "postgres", "");
                var session = connection.createStatement()) {
            session.executeQuery("select pg_backup_start('restore test', true)");
            String oldestLog = original.sql("select pg_walfile_name(redo_lsn) from pg_control_checkpoint()")
                    .query(String.class)
                    .single();
            copy(data, target);
            try (var end = session.executeQuery("select labelfile from pg_backup_stop(false)")) {
                end.next();
                Files.writeString(target.resolve("backup_label"), end.getString(1));
            }
            copyLog(data.resolve("pg_wal"), target.resolve("pg_wal"), oldestLog);
        }
    }

    private static void copy(Path data, Path target) throws IOException {
        try (var files = Files.walk(data)) {
            files.filter(file -> !NOT_IN_A_BACKUP.contains(
                            data.relativize(file).getName(0).toString()))
                    .forEach(file ->
                            copyOne(file, target.resolve(data.relativize(file).toString())));
        }
        Files.createDirectories(target.resolve("pg_wal"));
    }

    private static void copyLog(Path log, Path target, String oldest) throws IOException {
        try (Stream<Path> files = Files.list(log)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().compareTo(oldest) >= 0)
                    .forEach(file -> copyOne(file, target.resolve(file.getFileName())));
        }
    }

    /** Files come and go while a server runs; those that went are not needed. */
    private static void copyOne(Path file, Path target) {
        try {
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
                Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
            } else {
                Files.copy(file, target);
            }
        } catch (NoSuchFileException e) {
            // gone meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertTheSchemaIsThisVersions(String url) {
        var validation = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url, EmbeddedDatabase.OWNER, "")
                .load()
                .validateWithResult();
        assertThat(validation.validationSuccessful)
                .as(validation.getAllErrorMessages())
                .isTrue();
    }

    /** As the application's own role, and with jobs at rest, as the guide for operations asks for. */
    private void assertTheApplicationCanGoOn(String url, String family) {
        var source =
                new DriverManagerDataSource(url + "?currentSchema=practice,public", EmbeddedDatabase.APPLICATION, "");
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("restored");
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        var restored = configuration.buildProcessEngine();
        try {
            assertThat(restored.getTaskService().createTaskQuery().count())
                    .isEqualTo(engine.getTaskService().createTaskQuery().count());
            assertThat(restored.getManagementService().createJobQuery().count())
                    .isEqualTo(engine.getManagementService().createJobQuery().count());
        } finally {
            restored.close();
        }
        assertThat(JdbcClient.create(source)
                        .sql("select count(*) from child where family_id = :family")
                        .param("family", family)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** For every table how many rows it has, and a sum over all that stands in them. */
    private static List<String> contents(JdbcClient administrator) {
        return administrator
                .sql("select schemaname || '.' || tablename from pg_tables where schemaname in " + SCHEMAS
                        + " order by 1")
                .query(String.class)
                .list()
                .stream()
                // where workers clicked last; it changes while the test looks
                .filter(table -> !table.startsWith("practice.spring_session"))
                .map(table -> table + " "
                        + administrator
                                .sql("select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)"
                                        + " from " + table + " t")
                                .query(String.class)
                                .single())
                .toList();
    }

    private static List<String> sequences(JdbcClient administrator) {
        return administrator.sql("""
                        select schemaname || '.' || sequencename || ' ' || coalesce(last_value::text, 'unused')
                        from pg_sequences where schemaname in ('public', 'practice') order by 1
                        """).query(String.class).list();
    }

    private static List<String> rights(JdbcClient administrator) {
        return administrator.sql("""
                        select table_schema || '.' || table_name || ' ' || grantee || ' ' || privilege_type
                        from information_schema.role_table_grants
                        where table_schema in ('public', 'practice') order by 1
                        """).query(String.class).list();
    }

    private static JdbcClient administrator(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    }

    private static String url(JdbcClient administrator) {
        return "jdbc:postgresql://127.0.0.1:%s/family_pathways"
                .formatted(administrator.sql("show port").query(String.class).single());
    }
}
