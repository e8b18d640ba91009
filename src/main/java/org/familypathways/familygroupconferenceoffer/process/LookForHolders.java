package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.HOLDERS_KNOWN;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.NewHolders;
import org.springframework.stereotype.Component;

@Component
class LookForHolders implements JavaDelegate {

    private final NewHolders holders;

    LookForHolders(NewHolders holders) {
        this.holders = holders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        HOLDERS_KNOWN.set(execution, holders.areKnown(FAMILY_ID.from(execution)));
    }
}
