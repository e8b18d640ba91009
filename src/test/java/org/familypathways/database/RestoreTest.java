package org.familypathways.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.familypathways.access.PracticeRole;
import org.familypathways.record.Children;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.record.NewChild;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A dump of the running database, taken and restored as the guide for operations says, becomes a database on a server of
 * its own: nothing is missing, nobody may do more or less in it, and engine and application accept it. Needs the
 * {@code pg_dump} and {@code pg_restore} of PostgreSQL 17 on the path; without them the test is left out.
 */
@ApplicationTest
class RestoreTest {

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

    @Autowired
    Involvements involvements;

    @Autowired
    SignedIn signedIn;

    @TempDir
    Path directory;

    @Test
    void a_restored_dump_is_the_same_database_and_work_can_go_on_in_it() throws Exception {
        assumeThat(saysItsVersion("pg_dump")).as("pg_dump on the path").contains(" 17.");
        assumeThat(saysItsVersion("pg_restore")).as("pg_restore on the path").contains(" 17.");
        var family = families.create("north").id();
        children.create(family, new NewChild("Robin", "Madeup", LocalDate.of(2018, 5, 4), null, "U", null, null));
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        byte[] photo = photo();
        var attached = signedIn.as("amina.khan")
                .upload("/families/" + family + "/documents", Map.of("title", "A drawing"), "drawing.jpg", photo);
        assertThat(attached.statusCode()).as(attached.body()).isEqualTo(302);
        var original = administrator(database.url());
        Path dump = directory.resolve("family-pathways.dump");
        run("pg_dump", "-h", "127.0.0.1", "-p", port(original), "-U", "postgres", "-Fc", "-f", dump, "family_pathways");
        var tables = contents(original);
        var sequences = sequences(original);
        var rights = rights(original);
        families.create("north");

        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("restored"))
                .setRegisterShutdownHook(false)
                .start()) {
            makeRoles(server);
            String port = String.valueOf(server.getPort());
            run(
                    "pg_restore",
                    "-h",
                    "127.0.0.1",
                    "-p",
                    port,
                    "-U",
                    "postgres",
                    "--create",
                    "-d",
                    "postgres",
                    "--exit-on-error",
                    dump);
            String url = "jdbc:postgresql://127.0.0.1:%s/family_pathways".formatted(port);
            var restored = administrator(url);

            assertThat(tables).hasSizeGreaterThan(80);
            assertThat(contents(restored)).isEqualTo(tables).isNotEqualTo(contents(original));
            assertThat(sequences(restored)).isEqualTo(sequences).hasSizeGreaterThan(3);
            assertThat(rights(restored)).isEqualTo(rights).isNotEmpty();
            assertThat(document(restored, family)).isEqualTo(photo);
            assertTheSchemaIsThisVersions(url);
            assertTheApplicationCanGoOn(url, family);
        }
    }

    /** In several pieces, none like another. */
    private static byte[] photo() {
        byte[] photo = new byte[3 * 1024 * 1024];
        new Random(17).nextBytes(photo);
        byte[] start = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
        System.arraycopy(start, 0, photo, 0, start.length);
        return photo;
    }

    private static String saysItsVersion(String program) throws InterruptedException {
        try {
            return run(program, "--version");
        } catch (IOException e) {
            return "none";
        }
    }

    private static String run(Object... command) throws IOException, InterruptedException {
        var program = new ProcessBuilder(
                        Stream.of(command).map(Object::toString).toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), UTF_8);
        assertThat(program.waitFor()).as(said).isZero();
        return said;
    }

    /** Roles are not in a dump. */
    private static void makeRoles(EmbeddedPostgres server) {
        var administrator = JdbcClient.create(server.getPostgresDatabase());
        for (String role : List.of(EmbeddedDatabase.OWNER, EmbeddedDatabase.APPLICATION)) {
            administrator.sql("create role " + role + " login").update();
        }
    }

    private static byte[] document(JdbcClient restored, String family) throws IOException {
        var document = new ByteArrayOutputStream();
        restored.sql("""
                        select p.content from practice.document_piece p
                        join practice.document d on d.id = p.document_id
                        where d.entry_id in (select entry_id from practice.record_entry where family_id = :family)
                        order by p.position
                        """)
                .param("family", family)
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(document::writeBytes);
        return document.toByteArray();
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
        configuration.setHistory("full");
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
                        where table_schema in ('public', 'practice')
                        union all
                        select 'database ' || datname || ' ' || pg_get_userbyid(datdba) || ' '
                          || coalesce(datacl::text, 'open')
                        from pg_database where datname = current_database()
                        order by 1
                        """).query(String.class).list();
    }

    private static JdbcClient administrator(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    }

    private static String port(JdbcClient administrator) {
        return administrator.sql("show port").query(String.class).single();
    }
}
