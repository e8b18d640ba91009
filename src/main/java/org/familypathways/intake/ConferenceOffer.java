package org.familypathways.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.familypathways.engine.PathwayStarts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One family's offer: that the conference led to it and that it began are one step, so a crash leaves both or none. */
@Component
class ConferenceOffer {

    static final String CONFERENCE_HELD = "family-group-conference-offer.initial-conference-held";
    private static final String TRIGGER = "census-import";

    private final JdbcClient jdbc;
    private final PathwayStarts pathways;
    private final CensusProgress progress;
    private final Clock clock;

    ConferenceOffer(JdbcClient jdbc, PathwayStarts pathways, CensusProgress progress, Clock clock) {
        this.jdbc = jdbc;
        this.pathways = pathways;
        this.progress = progress;
        this.clock = clock;
    }

    /** @throws NoOfferPathway when nothing could begin */
    @Transactional
    public void begin(long importId, String familyId, LocalDate heldOn, boolean planMade) {
        int free = jdbc.sql("""
                        update census_conference held set offered_at = :now, offered_in_import = :import
                        from child where child.id = held.child_id
                          and child.family_id = :family and held.held_on = :heldOn
                          and held.offered_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("import", importId)
                .param("family", familyId)
                .param("heldOn", heldOn)
                .update();
        if (free == 0) {
            // another node that took the import for left behind was faster
            return;
        }
        boolean begun = pathways.announce(
                CONFERENCE_HELD,
                familyId,
                Map.of("conferenceHeldOn", heldOn.toString(), "planMade", planMade, "trigger", TRIGGER));
        if (!begun) {
            throw new NoOfferPathway();
        }
        progress.countOffer(importId);
    }

    /** No version of the pathway is live that begins with a conference; the conference stays free to lead to an offer. */
    static final class NoOfferPathway extends RuntimeException {}
}
