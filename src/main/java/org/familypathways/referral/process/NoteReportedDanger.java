package org.familypathways.referral.process;

import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;
import static org.familypathways.record.process.CaseVariables.REPORTED_ON;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.referral.StrategyDiscussionCalled;
import org.springframework.stereotype.Component;

@Component
class NoteReportedDanger implements JavaDelegate {

    private final PracticeFacts facts;
    private final Clock clock;

    NoteReportedDanger(PracticeFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate day = REPORTED_ON.find(execution).map(LocalDate::parse).orElseGet(() -> LocalDate.now(clock));
        // a decision that is still open looks whether it must call for one itself
        ReferralProcess.STRATEGY_DISCUSSION_CALLED.set(execution, true);
        facts.record(
                new StrategyDiscussionCalled(FAMILY_ID.from(execution), CHILD_ID.from(execution), day),
                execution.getProcessInstanceId());
    }
}
