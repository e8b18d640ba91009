package org.familypathways.database;

import java.nio.file.Path;

/** Another running application keeps its records in the same directory. */
final class DatabaseInUseException extends RuntimeException {

    private final Path directory;

    DatabaseInUseException(Path directory) {
        super("Another Family Pathways is already running with the data in " + directory);
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }
}
