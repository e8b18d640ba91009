package org.familypathways.intake;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The census files that came in: takes a new one, and tells how far each has got. */
@Service
public class CensusImports {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final CensusFiles files;
    private final Areas areas;
    private final IntakeSettings settings;
    private final Clock clock;

    CensusImports(JdbcClient jdbc, CensusFiles files, Areas areas, IntakeSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.areas = areas;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes a file to be read in the background. It is kept whole or not at all.
     *
     * @param asOf conferences after this day lead to no offer; today when not given
     * @param area whose teams shall serve the families that are new; may be left out where there is only one
     * @return the number of the import
     * @throws InputRefused when the area is unknown or open, or the file is too large
     */
    @Transactional
    public long receive(
            String fileName, InputStream file, @Nullable LocalDate asOf, @Nullable String area, String accountId)
            throws IOException {
        long id = jdbc.sql("""
                        insert into census_import (file_name, uploaded_by, uploaded_at, as_of, area, state)
                        values (:fileName, :uploadedBy, :uploadedAt, :asOf, :area, 'waiting') returning id
                        """)
                .param("fileName", plain(fileName))
                .param("uploadedBy", accountId)
                .param("uploadedAt", Timestamp.from(clock.instant()))
                .param("asOf", asOf == null ? LocalDate.now(clock) : asOf)
                .param("area", areas.named(area))
                .query(Long.class)
                .single();
        files.keep(id, file);
        return id;
    }

    /** How recent an initial conference must be to lead to an offer. */
    public int offerConferencesWithinDays() {
        return settings.offerConferencesWithinDays();
    }

    public Optional<CensusImport> find(long id) {
        return jdbc.sql("select * from census_import where id = ?")
                .param(id)
                .query(CensusImports::read)
                .optional();
    }

    /** The imports, latest first. */
    public List<CensusImport> page(int number, int size) {
        return jdbc.sql("select * from census_import order by id desc limit ? offset ?")
                .params(size, (long) number * size)
                .query(CensusImports::read)
                .list();
    }

    /** What was wrong, the rejected children first, each group by line. */
    public List<ImportFinding> findings(long importId, int page, int size) {
        return jdbc.sql(FINDINGS + " limit ? offset ?")
                .params(importId, size, (long) page * size)
                .query(CensusImports::readFinding)
                .list();
    }

    public int countFindings(long importId) {
        return jdbc.sql("select count(*) from census_import_finding where import_id = ?")
                .param(importId)
                .query(Integer.class)
                .single();
    }

    /** All findings, read from the database as they are used; to be closed, within one transaction. */
    public Stream<ImportFinding> streamFindings(long importId) {
        return jdbc.sql(FINDINGS).withFetchSize(1_000).param(importId).query(CensusImports::readFinding).stream();
    }

    private static final String FINDINGS = """
            select line, la_child_id, rejected, rule, sentence from census_import_finding
            where import_id = ? order by rejected desc, line, id""";

    private static ImportFinding readFinding(ResultSet row, int number) throws SQLException {
        return new ImportFinding(
                row.getInt("line"),
                row.getString("la_child_id"),
                row.getBoolean("rejected"),
                row.getString("rule"),
                row.getString("sentence"));
    }

    private static CensusImport read(ResultSet row, int number) throws SQLException {
        var finished = row.getTimestamp("finished_at");
        return new CensusImport(
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getObject("as_of", LocalDate.class),
                row.getString("area"),
                ImportState.of(row.getString("state")),
                row.getObject("census_year", Integer.class),
                row.getObject("reference_date", LocalDate.class),
                row.getString("authority"),
                row.getString("remark"),
                counts(row),
                row.getString("stopped_because"),
                finished == null ? null : finished.toInstant());
    }

    private static CensusImport.Counts counts(ResultSet row) throws SQLException {
        return new CensusImport.Counts(
                row.getInt("children_read"),
                row.getInt("children_accepted"),
                row.getInt("children_rejected"),
                row.getInt("children_warned"),
                row.getInt("children_new"),
                row.getInt("episodes_read"),
                row.getInt("episodes_new"),
                row.getInt("conferences_read"),
                row.getInt("conferences_new"),
                row.getInt("offers_begun"));
    }

    private static String plain(String fileName) {
        String name = fileName.replaceAll("\\p{Cntrl}", " ").strip();
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return name.isEmpty() ? "census.xml" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
