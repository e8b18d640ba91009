package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.MAKE_OFFER;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.HolderOffers;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

/** Keeps that the offer was made, and sends it in writing too. */
@Component
class SendOffer implements JavaDelegate {

    private final StepAnswers answers;
    private final HolderOffers offers;

    SendOffer(StepAnswers answers, HolderOffers offers) {
        this.answers = answers;
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Entry offer = answers.aboutPerson(execution, MAKE_OFFER);
        offers.made(Holding.of(execution), offer.date("offeredOn"), offer.required("offeredBy"));
    }
}
