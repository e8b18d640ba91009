package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.RECORD_ANSWER;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.HolderAnswer;
import org.familypathways.familygroupconferenceoffer.HolderOffers;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class KeepAnswer implements JavaDelegate {

    private final StepAnswers answers;
    private final HolderOffers offers;

    KeepAnswer(StepAnswers answers, HolderOffers offers) {
        this.answers = answers;
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Entry answer = answers.aboutPerson(execution, RECORD_ANSWER);
        offers.answered(
                Holding.of(execution),
                HolderAnswer.of(answer.required("answer")),
                answer.date("answeredOn"),
                answer.text("whyDeclined"));
    }
}
