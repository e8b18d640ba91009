package org.familypathways.referral.process;

import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.referral.StrategyDiscussionCalled;
import org.springframework.stereotype.Component;

@Component
class CallStrategyDiscussion implements JavaDelegate {

    private final PracticeFacts facts;
    private final Clock clock;

    CallStrategyDiscussion(PracticeFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReferralProcess.STRATEGY_DISCUSSION_CALLED.set(execution, true);
        facts.record(
                new StrategyDiscussionCalled(FAMILY_ID.from(execution), CHILD_ID.from(execution), LocalDate.now(clock)),
                execution.getProcessInstanceId());
    }
}
