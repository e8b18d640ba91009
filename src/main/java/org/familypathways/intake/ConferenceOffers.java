package org.familypathways.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Begins the offer of a Family Group Conference for every family of an import whose latest initial conference is recent
 * enough: one offer per family, and never a second one for a conference, whichever child or file it came with.
 */
@Component
class ConferenceOffers {

    private final JdbcClient jdbc;
    private final ConferenceOffer offer;
    private final IntakeSettings settings;

    ConferenceOffers(JdbcClient jdbc, ConferenceOffer offer, IntakeSettings settings) {
        this.jdbc = jdbc;
        this.offer = offer;
        this.settings = settings;
    }

    /** @return whether all were begun, and not interrupted */
    boolean begin(CensusImport taken, BooleanSupplier interrupted) {
        for (var due : due(taken)) {
            if (interrupted.getAsBoolean()) {
                return false;
            }
            offer.begin(taken.id(), due.familyId(), due.heldOn(), due.planMade());
        }
        return true;
    }

    private List<Due> due(CensusImport taken) {
        return jdbc.sql("""
                        with of_family as (
                          select child.family_id, held.* from census_conference held
                          join child on child.id = held.child_id
                          where held.held_on between :earliest and :asOf
                            and child.family_id in (
                              select child.family_id from census_import_child seen
                              join child on child.id = seen.child_id where seen.import_id = :import)),
                        latest as (
                          select family_id, max(held_on) as held_on from of_family group by family_id)
                        select family_id, held_on, bool_or(plan_made) as plan_made
                        from latest join of_family using (family_id, held_on)
                        group by family_id, held_on having count(offered_at) = 0 order by family_id
                        """)
                .param("earliest", taken.asOf().minusDays(settings.offerConferencesWithinDays()))
                .param("asOf", taken.asOf())
                .param("import", taken.id())
                .query(Due.class)
                .list();
    }

    record Due(String familyId, LocalDate heldOn, boolean planMade) {}
}
