package org.familypathways.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps an uploaded file in the database until it has been read; never more than one piece of it is in memory. */
@Repository
class CensusFiles {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;
    private final IntakeSettings settings;

    CensusFiles(JdbcClient jdbc, IntakeSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @throws CensusFileTooLarge when it is larger than any may be, or never ends */
    void keep(long importId, InputStream file) throws IOException {
        int position = 0;
        long kept = 0;
        for (byte[] piece = file.readNBytes(PIECE); piece.length > 0; piece = file.readNBytes(PIECE)) {
            kept += piece.length;
            if (kept > settings.largestFile().toBytes()) {
                throw new CensusFileTooLarge(settings.largestFile());
            }
            jdbc.sql("insert into census_import_chunk (import_id, position, content) values (?, ?, ?)")
                    .params(importId, position++, piece)
                    .update();
        }
    }

    InputStream open(long importId) {
        return new SequenceInputStream(new Pieces(importId));
    }

    void forget(long importId) {
        jdbc.sql("delete from census_import_chunk where import_id = ?")
                .param(importId)
                .update();
        jdbc.sql("delete from census_import_child where import_id = ?")
                .param(importId)
                .update();
    }

    private final class Pieces implements Enumeration<InputStream> {

        private final long importId;
        private int position;
        private byte @Nullable [] next;

        private Pieces(long importId) {
            this.importId = importId;
        }

        @Override
        public boolean hasMoreElements() {
            if (next == null) {
                next = jdbc.sql("select content from census_import_chunk where import_id = ? and position = ?")
                        .params(importId, position)
                        .query((row, number) -> row.getBytes(1))
                        .optional()
                        .orElse(null);
            }
            return next != null;
        }

        @Override
        public InputStream nextElement() {
            if (!hasMoreElements()) {
                throw new NoSuchElementException();
            }
            var piece = next;
            next = null;
            position++;
            return new ByteArrayInputStream(piece);
        }
    }
}
