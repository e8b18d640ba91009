package org.familypathways.access.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions are kept in the database, so that they outlive a node and every node knows them. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Two requests of one browser at the same moment write the same attribute; the second must not fail for it. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer laterOneWins() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
