package org.familypathways.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngine;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a monitoring system and administrators read about the application, and that nobody else does. */
@ApplicationTest
class MonitoringTest {

    private static final String FIGURES = "/actuator/prometheus";
    private static final String PARTS = "/actuator/sbom/application";

    @Autowired
    SignedIn signedIn;

    @Test
    void the_monitoring_system_reads_every_figure_with_one_question_to_the_database() {
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var statements = new ListAppender<ILoggingEvent>();
        var monitor = monitor();
        monitor.get(FIGURES);
        statements.start();
        log.addAppender(statements);
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
        String figures;
        try {
            figures = monitor.get(FIGURES).body();
        } finally {
            log.setLevel(null);
            log.setAdditive(true);
            log.detachAppender(statements);
        }

        assertThat(figures)
                .contains(
                        "family_pathways_database_reachable 1.0",
                        "family_pathways_stopped_steps ",
                        "family_pathways_undelivered_notifications ",
                        "family_pathways_overdue_clocks{basis=\"statutory\"} ",
                        "family_pathways_overdue_clocks{basis=\"local\"} ",
                        "family_pathways_jobs{state=\"due\"} ",
                        "family_pathways_oldest_due_job_age_seconds ",
                        "family_pathways_imports{state=\"stopped\"} ",
                        "hikaricp_connections_active");
        assertThat(statements.list)
                .filteredOn(event -> event.getMessage().startsWith("Executing prepared SQL statement"))
                .hasSize(1);
    }

    @Test
    void the_guide_speaks_only_of_figures_that_there_are() throws IOException {
        var spokenOf = Pattern.compile("family_pathways_[a-z_]+")
                .matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .map(MatchResult::group)
                .filter(name -> !name.equals("family_pathways_before") && !name.equals("family_pathways_owner"))
                .collect(Collectors.toSet());

        assertThat(spokenOf).hasSizeGreaterThan(6);
        assertThat(monitor().get(FIGURES).body()).contains(spokenOf);
    }

    @Test
    void figures_repeat_nothing_of_what_people_asked_for() {
        var amina = signedIn.as("amina.khan");
        amina.get("/families?search=Zqsentinel");
        amina.get("/families/Zqsentinel");
        amina.get("/Zqsentinel");
        signedIn.nobody().get("/api/Zqsentinel?of=Zqsentinel");

        assertThat(monitor().get(FIGURES).body()).doesNotContainIgnoringCase("zqsentinel");
    }

    @Test
    void the_monitoring_system_reads_figures_and_nothing_else() {
        for (String path :
                new String[] {"/actuator", PARTS, "/api/openapi", "/engine-rest/task", "/api/census-imports"}) {
            assertThat(monitor().get(path).statusCode()).as(path).isIn(401, 403);
        }
        assertThat(signedIn.program("monitor", "another-password-1")
                        .get(FIGURES)
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {FIGURES, PARTS})
    void administrators_read_figures_and_the_list_of_parts_and_other_workers_do_not(String path) {
        assertThat(signedIn.program("alex.admin").get(path).statusCode()).isEqualTo(200);
        assertThat(signedIn.as("alex.admin").get(path).statusCode()).isEqualTo(200);
        assertThat(signedIn.program("tom.reid").get(path).statusCode()).isEqualTo(403);
        assertThat(signedIn.as("tom.reid").get(path).statusCode()).isEqualTo(403);
        assertThat(signedIn.nobody().get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void the_list_of_parts_names_the_engine() {
        assertThat(signedIn.program("alex.admin").get(PARTS).body())
                .contains("\"CycloneDX\"", "camunda-engine", ProcessEngine.VERSION);
    }

    @Test
    void only_administrators_see_of_what_the_health_is_made() {
        JsonNode seen = JsonMapper.shared()
                .readTree(signedIn.program("alex.admin").get("/actuator/health").body())
                .path("components");

        assertThat(seen.path("processEngine").path("details").path("version").asString())
                .isEqualTo(ProcessEngine.VERSION);
        assertThat(seen.path("jobExecutor").path("status").asString()).isEqualTo("UNKNOWN");
        assertThat(seen.path("jobExecutor").path("details").path("expected").asBoolean())
                .isFalse();
        for (var other : new SignedIn.Browser[] {signedIn.program("tom.reid"), monitor(), signedIn.nobody()}) {
            assertThat(other.get("/actuator/health").body()).contains("UP").doesNotContain("components", "details");
        }
    }

    @Test
    void a_node_is_ready_only_with_its_database_and_alive_without_it() {
        var alex = signedIn.program("alex.admin");

        assertThat(alex.get("/actuator/health/readiness").body()).contains("\"db\"");
        assertThat(alex.get("/actuator/health/liveness").body()).contains("UP").doesNotContain("\"db\"");
        assertThat(signedIn.nobody().get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    /** The engine's decision tables bring a language of their own, which no model may use for scripts. */
    @Test
    void no_script_language_is_on_the_class_path() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(ScriptEngineFactory::getLanguageName)
                .allMatch(language -> language.toLowerCase().contains("feel"));
    }

    private SignedIn.Browser monitor() {
        return signedIn.program("monitor", "a-password-for-figures");
    }
}
