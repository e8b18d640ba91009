package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

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

    /** Those who hold parental responsibility and of whom nobody has looked yet how they can safely be reached. */
    public List<String> toBeChecked(DelegateExecution execution) {
        return offers.toBeChecked(FAMILY_ID.from(execution), execution.getProcessInstanceId());
    }

    /** Those who can safely be reached and were not asked yet. */
    public List<String> toBeOffered(DelegateExecution execution) {
        return offers.toBeOffered(FAMILY_ID.from(execution), execution.getProcessInstanceId());
    }

    /** Those who said yes in this case. */
    public List<String> accepting(DelegateExecution execution) {
        return offers.accepting(execution.getProcessInstanceId());
    }
}
