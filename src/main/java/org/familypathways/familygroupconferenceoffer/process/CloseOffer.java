package org.familypathways.familygroupconferenceoffer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.GroupConferenceOffers;
import org.springframework.stereotype.Component;

@Component
class CloseOffer implements JavaDelegate {

    private final GroupConferenceOffers offers;

    CloseOffer(GroupConferenceOffers offers) {
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offers.conferenceConcluded(execution.getProcessInstanceId());
    }
}
