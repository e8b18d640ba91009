package org.familypathways.database;

import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Runs the create scripts that a library carries in its own jar, so that none of them is copied into this project.
 *
 * @param number the place among the migrations
 * @param name what the scripts make
 * @param schema the schema their tables go to
 * @param scripts their places on the class path, in the order in which they run
 */
record LibrarySchema(String number, String name, String schema, List<String> scripts) implements JavaMigration {

    static List<String> engineScripts(String... parts) {
        return Stream.of(parts)
                .map("org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql"::formatted)
                .toList();
    }

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path to " + schema);
            for (String script : scripts) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource(script));
            }
            statement.execute("set search_path to practice");
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(number);
    }

    @Override
    public String getDescription() {
        return name;
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
