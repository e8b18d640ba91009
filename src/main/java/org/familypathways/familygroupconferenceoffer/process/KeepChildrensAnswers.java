package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.ASK_CHILD;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.GroupConferenceOffers;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class KeepChildrensAnswers implements JavaDelegate {

    private final StepAnswers answers;
    private final GroupConferenceOffers offers;
    private final Clock clock;

    KeepChildrensAnswers(StepAnswers answers, GroupConferenceOffers offers, Clock clock) {
        this.answers = answers;
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        answers.ofStep(execution, ASK_CHILD).forEach(answer -> keep(execution, answer));
    }

    private void keep(DelegateExecution execution, Entry answer) {
        String askedOn = answer.text("askedOn");
        offers.childAsked(
                FAMILY_ID.from(execution),
                Objects.requireNonNull(answer.childId()),
                askedOn == null ? LocalDate.now(clock) : LocalDate.parse(askedOn),
                answer.required("childAgrees"),
                execution.getProcessInstanceId());
    }
}
