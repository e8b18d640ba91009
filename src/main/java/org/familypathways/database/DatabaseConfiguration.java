package org.familypathways.database;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * With no {@code spring.datasource.url} the application starts its own PostgreSQL. The connection pool is made from
 * these connection details, so Spring closes it before it stops the server.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    LibrarySchema engineSchema() {
        return new LibrarySchema(
                "1",
                "engine schema",
                "public",
                LibrarySchema.engineScripts(
                        "engine",
                        "history",
                        "identity",
                        "case.engine",
                        "case.history",
                        "decision.engine",
                        "decision.history"));
    }

    @Bean
    LibrarySchema sessionSchema() {
        return new LibrarySchema(
                "2", "session schema", "practice", List.of("org/springframework/session/jdbc/schema-postgresql.sql"));
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoDatabaseConfigured.class)
    static class Embedded {

        @Bean
        EmbeddedDatabase embeddedDatabase(EmbeddedDatabaseSettings settings) {
            return EmbeddedDatabase.start(settings);
        }

        @Bean
        JdbcConnectionDetails jdbcConnectionDetails(EmbeddedDatabase database) {
            return new ApplicationConnection(database.url());
        }

        @Bean
        FlywayConnectionDetails flywayConnectionDetails(EmbeddedDatabase database) {
            return new OwnerConnection(database.url());
        }
    }

    static class NoDatabaseConfigured extends NoneNestedConditions {

        NoDatabaseConfigured() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static class DatabaseConfigured {}
    }

    private record ApplicationConnection(String getJdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return EmbeddedDatabase.APPLICATION;
        }

        @Override
        public String getPassword() {
            return "";
        }
    }

    private record OwnerConnection(String getJdbcUrl) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return EmbeddedDatabase.OWNER;
        }

        @Override
        public String getPassword() {
            return "";
        }
    }
}
