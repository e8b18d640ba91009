package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.OFFER_OUTCOME;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.GroupConferenceOffers;
import org.springframework.stereotype.Component;

@Component
class ConcludeOffer implements JavaDelegate {

    private final GroupConferenceOffers offers;

    ConcludeOffer(GroupConferenceOffers offers) {
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = offers.conclude(FAMILY_ID.from(execution), execution.getProcessInstanceId());
        OFFER_OUTCOME.set(execution, outcome.code());
    }
}
