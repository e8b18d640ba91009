package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.MAKE_OFFER;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.HolderOffers;
import org.familypathways.record.Entry;
import org.springframework.stereotype.Component;

/** Keeps that the offer was made, and sends it in writing too. */
@Component
class SendOffer implements JavaDelegate {

    private final OfferAnswers answers;
    private final HolderOffers offers;

    SendOffer(OfferAnswers answers, HolderOffers offers) {
        this.answers = answers;
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Entry offer = answers.aboutPerson(execution, MAKE_OFFER);
        PlainRefusal.unlessBroken(() -> offers.made(
                Holding.of(execution), OfferAnswers.date(offer, "offeredOn"), OfferAnswers.text(offer, "offeredBy")));
    }
}
