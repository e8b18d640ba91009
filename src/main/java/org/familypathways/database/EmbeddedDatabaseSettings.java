package org.familypathways.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database that the application starts itself keeps its files.
 *
 * @param directory the data directory, made at the first start and kept from then on
 * @param port the port on this machine; 0 takes a free one
 */
@ConfigurationProperties("familypathways.embedded-database")
record EmbeddedDatabaseSettings(
        @DefaultValue("./data/postgres") Path directory,
        @DefaultValue("0") int port) {}
