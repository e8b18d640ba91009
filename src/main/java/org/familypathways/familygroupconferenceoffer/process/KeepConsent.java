package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.RECORD_CONSENT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.HolderOffers;
import org.familypathways.record.Entry;
import org.springframework.stereotype.Component;

@Component
class KeepConsent implements JavaDelegate {

    private final OfferAnswers answers;
    private final HolderOffers offers;

    KeepConsent(OfferAnswers answers, HolderOffers offers) {
        this.answers = answers;
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Entry consent = answers.aboutPerson(execution, RECORD_CONSENT);
        if (OfferAnswers.text(consent, "consentSigned").equals("yes")) {
            PlainRefusal.unlessBroken(
                    () -> offers.consented(Holding.of(execution), OfferAnswers.date(consent, "signedOn")));
        }
    }
}
