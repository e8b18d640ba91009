package org.familypathways.access.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions are kept in the database, so that they outlive a node and every node knows them. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SessionConfiguration.class);

    /** Two requests of one browser at the same moment write the same attribute; the second must not fail for it. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer laterOneWins() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /**
     * While an update rolls from node to node, one of them may find in a session what another version wrote. Whatever it
     * cannot read counts as not there, and the worker signs in again; otherwise every page would fail them.
     */
    @Bean(defaultCandidate = false)
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        var reading = new DeserializingConverter(SessionConfiguration.class.getClassLoader());
        conversion.addConverter(byte[].class, Object.class, bytes -> readable(reading, bytes));
        return conversion;
    }

    private static @Nullable Object readable(DeserializingConverter reading, byte[] bytes) {
        try {
            return reading.convert(bytes);
        } catch (SerializationFailedException e) {
            log.warn("Left out of a session what another version of the application wrote");
            return null;
        }
    }
}
