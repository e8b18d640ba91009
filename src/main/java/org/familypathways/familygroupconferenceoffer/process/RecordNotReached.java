package org.familypathways.familygroupconferenceoffer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.HolderOffers;
import org.springframework.stereotype.Component;

@Component
class RecordNotReached implements JavaDelegate {

    private final HolderOffers offers;

    RecordNotReached(HolderOffers offers) {
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offers.notReached(Holding.of(execution));
    }
}
