package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.CONSENT_GIVEN;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.GroupConferenceOffers;
import org.springframework.stereotype.Component;

@Component
class ConcludeConsent implements JavaDelegate {

    private final GroupConferenceOffers offers;

    ConcludeConsent(GroupConferenceOffers offers) {
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CONSENT_GIVEN.set(
                execution, offers.concludeConsent(FAMILY_ID.from(execution), execution.getProcessInstanceId()));
    }
}
