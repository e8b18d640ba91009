package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.RECORD_ANSWER;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.HolderAnswer;
import org.familypathways.familygroupconferenceoffer.HolderOffers;
import org.familypathways.record.Entry;
import org.springframework.stereotype.Component;

@Component
class KeepAnswer implements JavaDelegate {

    private final OfferAnswers answers;
    private final HolderOffers offers;

    KeepAnswer(OfferAnswers answers, HolderOffers offers) {
        this.answers = answers;
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Entry answer = answers.aboutPerson(execution, RECORD_ANSWER);
        PlainRefusal.unlessBroken(() -> offers.answered(
                Holding.of(execution),
                HolderAnswer.of(OfferAnswers.text(answer, "answer")),
                OfferAnswers.date(answer, "answeredOn"),
                answer.text("whyDeclined")));
    }
}
