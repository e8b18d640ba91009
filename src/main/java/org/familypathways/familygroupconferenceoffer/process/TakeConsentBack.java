package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.record.process.CaseVariables.REPORTED_ON;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.GroupConferenceOffers;
import org.springframework.stereotype.Component;

@Component
class TakeConsentBack implements JavaDelegate {

    private final GroupConferenceOffers offers;

    TakeConsentBack(GroupConferenceOffers offers) {
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offers.consentTakenBack(Holding.of(execution), LocalDate.parse(REPORTED_ON.from(execution)));
    }
}
