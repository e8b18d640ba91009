package org.familypathways.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far imports have got, kept where any node can go on from it. */
@Repository
class CensusProgress {

    private final JdbcClient jdbc;
    private final CensusImports imports;
    private final CensusFiles files;
    private final Clock clock;

    CensusProgress(JdbcClient jdbc, CensusImports imports, CensusFiles files, Clock clock) {
        this.jdbc = jdbc;
        this.imports = imports;
        this.files = files;
        this.clock = clock;
    }

    Optional<CensusImport> oldestOpen() {
        return jdbc.sql("""
                        select id from census_import where state in ('waiting', 'reading', 'offering')
                        order by id limit 1
                        """).query(Long.class).optional().map(this::current);
    }

    CensusImport current(long importId) {
        return imports.find(importId).orElseThrow();
    }

    int countAttempt(long importId) {
        return jdbc.sql("update census_import set attempts = attempts + 1 where id = ? returning attempts")
                .param(importId)
                .query(Integer.class)
                .single();
    }

    void began(long importId, CensusHeader header) {
        jdbc.sql("""
                        update census_import set state = 'reading', census_year = :year,
                          reference_date = :referenceDate, authority = :authority, remark = :remark
                        where id = :id
                        """)
                .param("year", header.year())
                .param("referenceDate", header.referenceDate())
                .param("authority", header.authority())
                .param("remark", remark(header))
                .param("id", importId)
                .update();
    }

    private static @Nullable String remark(CensusHeader header) {
        return header.hasUsualReferenceDate()
                ? null
                : "The file's reference date is %s and not 31 March %d: it was taken during a year."
                        .formatted(EnglishDay.say(header.referenceDate()), header.year());
    }

    /**
     * Counts a batch, in its transaction. An attempt that brought something in starts the count of attempts anew.
     *
     * @param readBefore how many children had been read before the batch, as far as its reader knows
     * @throws IllegalStateException when another node went on with the import in the meantime
     */
    void count(long importId, int readBefore, CensusImport.Counts batch) {
        int updated = jdbc.sql("""
                        update census_import set attempts = 0,
                          children_read = children_read + :read,
                          children_accepted = children_accepted + :accepted,
                          children_rejected = children_rejected + :rejected,
                          children_warned = children_warned + :warned,
                          children_new = children_new + :new,
                          episodes_read = episodes_read + :episodes,
                          episodes_new = episodes_new + :newEpisodes,
                          conferences_read = conferences_read + :conferences,
                          conferences_new = conferences_new + :newConferences
                        where id = :id and state = 'reading' and children_read = :before
                        """)
                .param("read", batch.childrenRead())
                .param("accepted", batch.childrenAccepted())
                .param("rejected", batch.childrenRejected())
                .param("warned", batch.childrenWarned())
                .param("new", batch.childrenNew())
                .param("episodes", batch.episodesRead())
                .param("newEpisodes", batch.episodesNew())
                .param("conferences", batch.conferencesRead())
                .param("newConferences", batch.conferencesNew())
                .param("id", importId)
                .param("before", readBefore)
                .update();
        if (updated == 0) {
            throw new IllegalStateException("Import %d is being read elsewhere".formatted(importId));
        }
    }

    /** The children have been read; their conferences may lead to offers now. */
    void read(long importId) {
        jdbc.sql("update census_import set state = 'offering' where id = ?")
                .param(importId)
                .update();
    }

    /** The file, or the rest of it, is not read. The conferences of the children before that place count. */
    @Transactional
    void refused(long importId, String sentence) {
        int before = current(importId).counts().childrenRead();
        if (before == 0) {
            end(importId, ImportState.REFUSED, sentence);
        } else {
            jdbc.sql("update census_import set state = 'offering', stopped_because = ? where id = ?")
                    .params(
                            "%s The %s before that place %s read; the rest of the file was not."
                                    .formatted(
                                            sentence,
                                            before == 1 ? "one child" : before + " children",
                                            before == 1 ? "was" : "were"),
                            importId)
                    .update();
        }
    }

    @Transactional
    void failed(long importId, int attempts) {
        end(
                importId,
                ImportState.FAILED,
                ("The import failed %d times for a technical reason, which is in the log."
                                + " What came in before stays; upload the file again to go on.")
                        .formatted(attempts));
    }

    void countOffer(long importId) {
        jdbc.sql("update census_import set attempts = 0, offers_begun = offers_begun + 1 where id = ?")
                .param(importId)
                .update();
    }

    @Transactional
    void offersImpossible(long importId) {
        end(
                importId,
                ImportState.STOPPED,
                "The children came in, but no pathway for Family Group Conference offers is live."
                        + " Upload the file again when it is, to begin the offers.");
    }

    /** Nothing more will happen; the file is no longer needed. */
    @Transactional
    void end(long importId, ImportState state) {
        end(importId, state, current(importId).stoppedBecause());
    }

    private void end(long importId, ImportState state, @Nullable String stoppedBecause) {
        jdbc.sql("update census_import set state = ?, stopped_because = ?, finished_at = ? where id = ?")
                .params(state.code(), stoppedBecause, Timestamp.from(clock.instant()), importId)
                .update();
        files.forget(importId);
    }
}
