package org.familypathways.familygroupconferenceoffer;

import java.util.Map;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.record.FamilyPlans;
import org.springframework.stereotype.Component;

/**
 * What must follow when a Family Group Conference was chosen instead of an initial child protection conference, and the
 * family did not come to a plan that was agreed: the children are at risk and nobody has decided about them, so a
 * strategy discussion is called for at once.
 */
@Component
class ReplacedConference {

    private static final String STRATEGY_REQUIRED = "child-protection-enquiry.strategy-required";

    private final FamilyPlans plans;
    private final PathwayStarts pathways;

    ReplacedConference(FamilyPlans plans, PathwayStarts pathways) {
        this.plans = plans;
        this.pathways = pathways;
    }

    /** The offer has ended, and with it whatever it led to. */
    void ended(ConferenceOffer offer) {
        if (offer.trigger() == OfferTrigger.INSTEAD_OF_INITIAL_CONFERENCE && !hasPlan(offer)) {
            pathways.announce(STRATEGY_REQUIRED, offer.familyId(), Map.of());
        }
    }

    private boolean hasPlan(ConferenceOffer offer) {
        return plans.ofFamily(offer.familyId()).stream()
                .anyMatch(plan -> !plan.agreedOn().isBefore(offer.beganOn()));
    }
}
