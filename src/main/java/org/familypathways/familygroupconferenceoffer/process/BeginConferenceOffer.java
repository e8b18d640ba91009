package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.CONFERENCE_HELD_ON;
import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.PLAN_MADE;
import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.RECENTLY_OFFERED;
import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.TRIGGER;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.ConferenceOffer;
import org.familypathways.familygroupconferenceoffer.GroupConferenceOffers;
import org.familypathways.familygroupconferenceoffer.OfferTrigger;
import org.springframework.stereotype.Component;

@Component
class BeginConferenceOffer implements JavaDelegate {

    private final GroupConferenceOffers offers;
    private final Clock clock;

    BeginConferenceOffer(GroupConferenceOffers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean recently = offers.begin(new ConferenceOffer(
                execution.getProcessInstanceId(),
                FAMILY_ID.from(execution),
                OfferTrigger.of(TRIGGER.from(execution)),
                CONFERENCE_HELD_ON.find(execution).map(LocalDate::parse).orElse(null),
                PLAN_MADE.find(execution).orElse(null),
                LocalDate.now(clock)));
        RECENTLY_OFFERED.set(execution, recently);
    }
}
