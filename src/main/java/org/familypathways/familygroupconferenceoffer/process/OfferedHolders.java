package org.familypathways.familygroupconferenceoffer.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.familypathways.engine.ForModels;
import org.familypathways.familygroupconferenceoffer.HolderOffers;
import org.springframework.stereotype.Component;

/** What the model asks about the people who were offered a conference. */
@Component
@ForModels
public class OfferedHolders {

    private final HolderOffers offers;

    OfferedHolders(HolderOffers offers) {
        this.offers = offers;
    }

    /** Those who said yes in this case. */
    public List<String> accepting(DelegateExecution execution) {
        return offers.accepting(execution.getProcessInstanceId());
    }
}
