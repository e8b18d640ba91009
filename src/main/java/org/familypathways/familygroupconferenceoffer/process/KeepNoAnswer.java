package org.familypathways.familygroupconferenceoffer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.HolderOffers;
import org.springframework.stereotype.Component;

@Component
class KeepNoAnswer implements JavaDelegate {

    private final HolderOffers offers;

    KeepNoAnswer(HolderOffers offers) {
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offers.notAnswered(Holding.of(execution));
    }
}
