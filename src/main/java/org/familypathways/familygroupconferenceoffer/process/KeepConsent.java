package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.RECORD_CONSENT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.HolderOffers;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class KeepConsent implements JavaDelegate {

    private final StepAnswers answers;
    private final HolderOffers offers;

    KeepConsent(StepAnswers answers, HolderOffers offers) {
        this.answers = answers;
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Entry consent = answers.aboutPerson(execution, RECORD_CONSENT);
        if (consent.required("consentSigned").equals("yes")) {
            offers.consented(Holding.of(execution), consent.date("signedOn"));
        }
    }
}
