package org.familypathways;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ManagementService;
import org.familypathways.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ApplicationStartsTest {

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_engine_finds_the_schema_that_flyway_made() {
        assertThat(management.getProperties()).containsEntry("schema.version", "fox");
    }

    @Test
    void records_survive_a_power_cut() {
        assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
        assertThat(jdbc.sql("show synchronous_commit").query(String.class).single())
                .isEqualTo("on");
        assertThat(jdbc.sql("show full_page_writes").query(String.class).single())
                .isEqualTo("on");
    }

    @Test
    void the_application_cannot_change_the_schema() {
        assertThat(jdbc.sql("select has_schema_privilege(current_user, 'practice', 'create')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }
}
