package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.TRIGGER;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.GroupConferenceOffers;
import org.familypathways.familygroupconferenceoffer.OfferTrigger;
import org.springframework.stereotype.Component;

@Component
class PutOfferOff implements JavaDelegate {

    private final GroupConferenceOffers offers;

    PutOfferOff(GroupConferenceOffers offers) {
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offers.putOff(
                FAMILY_ID.from(execution), OfferTrigger.of(TRIGGER.from(execution)), execution.getProcessInstanceId());
    }
}
